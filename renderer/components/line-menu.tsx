import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useIsGuest } from '../data/guest.ts'
import { IconButton } from './icon-button.tsx'

export type LineAction = { readonly label: string; readonly run: () => void }
type LineMenuProps = {
  /** What the menu is about, for screen readers. */
  readonly what: string
  /** What can be done with it; null where it cannot be done now. */
  readonly actions: readonly (LineAction | null)[]
  /** Nothing in it is for guests. */
  readonly isOfColleagues?: boolean
}

/** Everything that can be done with an entry of a pane, where it stands. */
export function LineMenu({ what, actions, isOfColleagues = false }: LineMenuProps) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  const possible = actions.filter(action => action !== null)
  if (possible.length === 0 || (isOfColleagues && isGuest)) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton label={t('common.moreFor', { what })} icon={<IconDots />} />
      </Menu.Target>
      <Menu.Dropdown>
        {possible.map(({ label, run }) => (
          <Menu.Item key={label} onClick={run}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
