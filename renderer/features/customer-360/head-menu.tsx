import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../../shared/contract/commands.ts'
import { CommandItems } from '../../components/command-items.tsx'
import { IconButton } from '../../components/icon-button.tsx'

const COMMANDS: readonly CommandId[] = ['portrait.open', 'customer.takeAlong', 'person.merge']

type HeadMenuProps = {
  readonly name: string
  /** Null: this role hands nobody's data out and erases nobody. */
  readonly keeping: Keeping | null
}

export type Keeping = {
  readonly onExport: () => void
  readonly onHold: () => void
  readonly onErase: () => void
}

/** What is done with a person now and then. */
export function HeadMenu({ name, keeping }: HeadMenuProps) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton label={t('common.moreFor', { what: name })} icon={<IconDots />} />
      </Menu.Target>
      <Menu.Dropdown>
        <CommandItems ids={COMMANDS} />
        {keeping && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={keeping.onExport}>{t('exportPerson.open')}</Menu.Item>
            <Menu.Item onClick={keeping.onHold}>{t('hold.open')}</Menu.Item>
            <Menu.Item onClick={keeping.onErase}>{t('erase.open')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
