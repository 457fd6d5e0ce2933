import { Menu } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { runCommand, shortcutFor } from '../../commands/command-table.ts'
import { Keys } from '../../components/keys.tsx'

/** Last of a menu that changes whose work it is: the same with a word to whoever goes on. */
export function HandOverItem() {
  const { t } = useTranslation()
  return (
    <>
      <Menu.Divider />
      <Menu.Item
        onClick={() => runCommand('ticket.handOver')}
        leftSection={<IconArrowsExchange size={14} />}
        rightSection={<Keys shortcut={shortcutFor('ticket.handOver') ?? ''} />}
      >
        {t('handOver.withNote')}
      </Menu.Item>
    </>
  )
}
