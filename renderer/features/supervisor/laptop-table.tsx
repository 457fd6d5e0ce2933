import { useTranslation } from 'react-i18next'
import type { BoardLaptop, WholeBoard } from '../../../shared/protocol/board.ts'
import { useNow } from '../../lib/clock.ts'
import { count, moment, span } from '../../lib/format.ts'
import { openSheet } from '../../stores/board-store.ts'
import { toneOf } from './board-facts.ts'
import classes from './sheets.module.css'
import { useDirectory } from './use-directory.ts'

const RANK = { bad: 0, warning: 1, good: 2 } as const
const HEADS = ['laptop', 'lastSynced', 'unsent', 'claimed', 'version', 'encrypted'] as const
const MINUTE_MS = 60_000
/** Systems by the names their makers gave them: the same in every language. */
const PLATFORMS: Readonly<Record<string, string>> = { darwin: 'macOS', win32: 'Windows', linux: 'Linux' }

/** Every laptop with its last report, those that need a look first. */
export function LaptopTable({ board }: { readonly board: WholeBoard }) {
  const { t } = useTranslation()
  const laptops = board.laptops.toSorted(
    (a, b) =>
      RANK[toneOf(a, board.asOfMs)] - RANK[toneOf(b, board.asOfMs)] ||
      (a.lastSyncedAtMs ?? 0) - (b.lastSyncedAtMs ?? 0),
  )
  return (
    <table className={classes['laptops']}>
      <thead>
        <tr>
          {HEADS.map(head => (
            <th key={head} scope="col">
              {t(`supervisor.laptopHead.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {laptops.map(laptop => (
          <LaptopRow key={laptop.clientId} laptop={laptop} asOfMs={board.asOfMs} />
        ))}
      </tbody>
    </table>
  )
}

type OpensProps = {
  readonly ids: readonly string[]
  readonly of: number
  readonly what: 'unsent' | 'claimed'
  readonly name: string
}

/** A number that opens its tickets, where the laptop named them. */
function Opens({ ids, of, what, name }: OpensProps) {
  const { t } = useTranslation()
  if (ids.length === 0) return count(of)
  const title = t(`supervisor.laptopTickets.${what}`, { name })
  return (
    <button
      type="button"
      className={classes['link']}
      aria-label={`${count(of)}, ${title}`}
      onClick={() =>
        openSheet({ type: 'tickets', title, filter: { by: 'tickets', ticketIds: [...ids] }, of: ids.length })
      }
    >
      {count(of)}
    </button>
  )
}

/** What has not left that laptop yet, since when and on how many tickets. */
function Unsent({ laptop, name }: { readonly laptop: BoardLaptop; readonly name: string }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { unsent, oldestUnsentAtMs, unsentTickets, unsentTicketIds } = laptop
  if (unsent === null) return t('supervisor.notSaidShort')
  const facts = [
    oldestUnsentAtMs === null ? null : t('supervisor.oldest', { span: span(nowMs - oldestUnsentAtMs) }),
    unsentTickets === null ? null : t('supervisor.onTickets', { count: unsentTickets }),
  ]
  return (
    <>
      <Opens ids={unsentTicketIds} of={unsent} what="unsent" name={name} />
      {unsent > 0 && <span className={classes['facts']}>{facts.filter(Boolean).join(' · ')}</span>}
    </>
  )
}

function LaptopRow({ laptop, asOfMs }: { readonly laptop: BoardLaptop; readonly asOfMs: number }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { agentName } = useDirectory()
  const name = agentName(laptop.agentId)
  const { claimed, isEncrypted, skewMs } = laptop
  const skew = Math.round(Math.abs(skewMs ?? 0) / MINUTE_MS)
  const unknown = t('supervisor.notSaidShort')
  const show = (): void =>
    openSheet({ type: 'tickets', title: name, filter: { by: 'agent', agentId: laptop.agentId }, of: 0 })
  return (
    <tr data-tone={toneOf(laptop, asOfMs)}>
      <th scope="row">
        <button type="button" className={classes['link']} dir="auto" onClick={show}>
          {name}
        </button>
        <span className={classes['facts']} dir="auto">
          {laptop.name} · {PLATFORMS[laptop.platform] ?? laptop.platform}
        </span>
      </th>
      <td>
        {laptop.lastSyncedAtMs === null ? unknown : moment(laptop.lastSyncedAtMs, nowMs)}
        <span className={classes['facts']}>
          {laptop.isOnline
            ? t('supervisor.connected')
            : t('supervisor.reported', {
                time: laptop.reportedAtMs === null ? unknown : moment(laptop.reportedAtMs, nowMs),
              })}
        </span>
      </td>
      <td>
        <Unsent laptop={laptop} name={name} />
      </td>
      <td>
        {claimed === null ? (
          unknown
        ) : (
          <Opens ids={laptop.claimedTicketIds} of={claimed} what="claimed" name={name} />
        )}
      </td>
      <td>
        <bdi>{laptop.version}</bdi>
      </td>
      <td>
        {isEncrypted === null ? unknown : t(isEncrypted ? 'supervisor.yes' : 'supervisor.no')}
        {skew >= 2 && <span className={classes['facts']}>{t('supervisor.clockOff', { minutes: skew })}</span>}
      </td>
    </tr>
  )
}
