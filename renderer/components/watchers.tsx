import { IconEye, IconPencil } from '@tabler/icons-react'
import { colleagueState } from '../data/use-colleague-state.ts'
import { useLiveValue } from '../data/use-live-query.ts'
import { useNow } from '../lib/clock.ts'
import { dynamicText } from '../lib/dynamic-text.ts'
import { shortName } from '../lib/short-name.ts'
import { useColleagues, useWatchers } from '../stores/presence-store.ts'
import { Chip } from './chip.tsx'
import classes from './watchers.module.css'
import { useWords } from '../lib/use-words.ts'

/** Colleagues who have the ticket in front of them; those who write before those who look. */
function useNames(ticketId: string, doing: string | null): readonly string[] {
  const watchers = useWatchers(ticketId)
  const directory = useLiveValue('directory.get', watchers.length > 0 ? {} : null)
  const { t } = useWords()
  const colleagues = useColleagues()
  const nowMs = useNow()
  if (watchers.length === 0) return []
  const names = new Map(directory?.agents.map(({ id, name }) => [id, name]))
  return watchers.flatMap(({ id, doing: does }) => {
    const name = names.get(id)
    if (name === undefined || (doing !== null && does !== doing)) return []
    // Somebody on the telephone may look at a ticket and still not answer a question about it.
    const state = colleagueState(colleagues, id, nowMs)?.state ?? 'available'
    const words = dynamicText(`presence.state.${state}`)
    return [
      words === null ? shortName(name) : t('presence.withState', { name: shortName(name), state: words }),
    ]
  })
}

function useJoined(names: readonly string[]): string {
  const { t } = useWords()
  const [first = ''] = names
  return names.length <= 2 ? names.join(', ') : t('presence.and', { first, count: names.length - 1 })
}

/** "Lena K. is viewing": an eye, or a pencil while somebody writes. Nothing when nobody is there. */
export function WatchersChip({ ticketId }: { readonly ticketId: string }) {
  return useWatchers(ticketId).length === 0 ? null : <Watching ticketId={ticketId} />
}

function Watching({ ticketId }: { readonly ticketId: string }) {
  const { t } = useWords()
  const writing = useNames(ticketId, 'typing')
  const all = useNames(ticketId, null)
  const names = writing.length > 0 ? writing : all
  const joined = useJoined(names)
  if (names.length === 0) return null
  const isWriting = writing.length > 0
  return (
    <Chip icon={isWriting ? <IconPencil /> : <IconEye />}>
      {t(isWriting ? 'presence.typing' : 'presence.viewing', { count: names.length, names: joined })}
    </Chip>
  )
}

/** A calm line above the composer while a colleague writes on the same ticket. */
export function WritesToo({ ticketId }: { readonly ticketId: string }) {
  const { t } = useWords()
  const names = useNames(ticketId, 'typing')
  const joined = useJoined(names)
  return (
    <div role="status" className={classes['room']}>
      {names.length > 0 && (
        <p className={classes['writes']}>
          <IconPencil size={14} aria-hidden />
          <span>{t('presence.writesToo', { names: joined })}</span>
        </p>
      )}
    </div>
  )
}
