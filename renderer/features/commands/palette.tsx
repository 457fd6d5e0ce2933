import { Spotlight, useSpotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedView } from '../../../shared/contract/views.ts'
import { commands, runCommand, shortcutFor } from '../../commands/command-table.ts'
import type { Command, CommandGroup } from '../../commands/define.ts'
import { Keys } from '../../components/keys.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { showSaved } from '../../data/view-intents.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import {
  chooseFirstLine,
  PALETTE_FIELD_ID,
  PALETTE_LIST_ID,
  paletteStore,
} from '../../stores/palette-store.ts'
import { rank } from './rank.ts'
import classes from './palette.module.css'

const GROUPS: readonly CommandGroup[] = ['ticket', 'write', 'go', 'list', 'window']
const titleOf = (command: Command): string => dynamicText(`commands.${command.id}`) ?? command.id

/** Dialog "Commands": everything that can be done now, found by typing. */
export function Palette() {
  const { t } = useTranslation()
  const { opened: isOpen, query } = useSpotlight(paletteStore)
  const possible = isOpen ? commands.filter(command => command.id !== 'commands.open' && command.when()) : []
  const fitting = rank(possible, titleOf, query)
  const views = rank(useLiveValue('views.list', isOpen ? {} : null) ?? [], ({ name }) => name, query)
  useEffect(() => chooseFirstLine({ isKept: false }), [query])
  useEffect(() => chooseFirstLine({ isKept: true }))
  return (
    <Spotlight.Root
      store={paletteStore}
      shortcut={null}
      disabled={false}
      scrollable
      maxHeight={460}
      title={t('landmarks.commands')}
      classNames={{
        content: classes['content'] ?? '',
        title: 'for-readers',
        header: classes['header'] ?? '',
      }}
      radius="lg"
      size={560}
      overlayProps={{ className: classes['overlay'] ?? '', blur: 0 }}
      // It is there at once and fades in by its style sheet: a transition would put its field off by a frame.
      transitionProps={{ duration: 0 }}
    >
      <Spotlight.Search
        id={PALETTE_FIELD_ID}
        placeholder={t('palette.placeholder')}
        leftSection={<IconSearch size={16} stroke={1.6} />}
        classNames={{ input: classes['search'] ?? '' }}
      />
      <Spotlight.ActionsList id={PALETTE_LIST_ID}>
        {fitting.length + views.length === 0 && <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>}
        {GROUPS.map(group => (
          <PaletteGroup
            key={group}
            group={group}
            commands={fitting.filter(command => command.group === group)}
          />
        ))}
        <PaletteViews views={views} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** Views somebody made, found by their names. */
function PaletteViews({ views }: { readonly views: readonly SavedView[] }) {
  const { t } = useTranslation()
  if (views.length === 0) return null
  return (
    <Spotlight.ActionsGroup
      label={t('palette.groups.views')}
      classNames={{ actionsGroup: classes['group'] ?? '' }}
    >
      {views.map(view => (
        <Spotlight.Action
          key={view.id}
          className={classes['action'] ?? ''}
          label={view.name}
          onClick={() => requestAnimationFrame(() => showSaved(view))}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}

function PaletteGroup({
  group,
  commands: list,
}: {
  readonly group: CommandGroup
  readonly commands: readonly Command[]
}) {
  const { t } = useTranslation()
  if (list.length === 0) return null
  return (
    <Spotlight.ActionsGroup
      label={t(`palette.groups.${group}`)}
      classNames={{ actionsGroup: classes['group'] ?? '' }}
    >
      {list.map(command => (
        <Spotlight.Action
          key={command.id}
          className={classes['action'] ?? ''}
          label={titleOf(command)}
          onClick={() => requestAnimationFrame(() => runCommand(command.id))}
          rightSection={<Keys shortcut={shortcutFor(command.id) ?? ''} />}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}
