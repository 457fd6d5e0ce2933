import { useTranslation } from 'react-i18next'
import type { BoardQueue, WholeBoard } from '../../../shared/protocol/board.ts'
import { WorkKind } from '../../../shared/domain/values.ts'
import { Chip } from '../../components/chip.tsx'
import type { Tone } from '../../components/chip.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { KindMark } from '../../components/kind-mark.tsx'
import { useNow } from '../../lib/clock.ts'
import { count, span } from '../../lib/format.ts'
import { openSheet, useBoardStore } from '../../stores/board-store.ts'
import { queuesOf } from './board-facts.ts'
import { FlowChart } from './flow-chart.tsx'
import { MOST_ROOMY_ROWS, Panel } from './panel.tsx'
import classes from './supervisor.module.css'
import { useDirectory } from './use-directory.ts'

/** Region "Queues": what waits, since when, and whether the team can carry it. */
export function Queues({ board }: { readonly board: WholeBoard }) {
  const { t } = useTranslation()
  const kind = useBoardStore(state => state.kind)
  const connection = useBoardStore(state => state.board.connection)
  const { teamName } = useDirectory()
  // By name: rows of a live table must not jump about under the pointer.
  const queues = queuesOf(board, kind).toSorted(
    (a, b) => a.kind.localeCompare(b.kind) || teamName(a.teamId).localeCompare(teamName(b.teamId)),
  )
  return (
    <Panel title={t('landmarks.queues')} aside={connection === 'live' ? t('supervisor.live') : undefined}>
      {queues.length === 0 ? (
        <EmptyState>{t('supervisor.noQueues')}</EmptyState>
      ) : (
        <div className={classes['scroll']}>
          <table className={classes['table']} data-few={queues.length <= MOST_ROOMY_ROWS || undefined}>
            <thead>
              <tr>
                <th scope="col">{t('supervisor.queue')}</th>
                <th scope="col" className={classes['number']}>
                  {t('supervisor.kpi.waiting')}
                </th>
                <th scope="col" className={classes['number']}>
                  {t('supervisor.oldestHead')}
                </th>
                <th scope="col">{t('supervisor.load')}</th>
              </tr>
            </thead>
            <tbody>
              {queues.map(queue => (
                <QueueRow
                  key={`${queue.teamId ?? ''}/${queue.kind}`}
                  queue={queue}
                  isLate={board.alerts.some(
                    alert =>
                      (alert.kind === 'first-reply-breached' || alert.kind === 'reply-overdue') &&
                      alert.teamId === queue.teamId &&
                      alert.workKind === queue.kind,
                  )}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <FlowChart flow={board.flow} />
    </Panel>
  )
}

const LONG_WAIT_MS = 30 * 60_000

function waitTone(waitedMs: number, isLate: boolean): Tone {
  if (isLate) return 'bad'
  return waitedMs >= LONG_WAIT_MS ? 'warning' : 'plain'
}

function QueueRow({ queue, isLate }: { readonly queue: BoardQueue; readonly isLate: boolean }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { teamName } = useDirectory()
  const kind = WorkKind.safeParse(queue.kind).data ?? null
  const name = teamName(queue.teamId)
  const { waiting, oldestWaitingSinceMs: oldest } = queue
  const load = t('supervisor.loadOf', { open: count(queue.open), room: count(queue.capacity) })
  const open = (): void => {
    if (kind === null) return
    openSheet({
      type: 'tickets',
      title: name,
      filter: { by: 'queue', teamId: queue.teamId, kind },
      of: queue.open,
    })
  }
  return (
    <tr className={classes['row']}>
      <th scope="row">
        <span className={classes['lead']}>
          {kind && <KindMark kind={kind} size={14} />}
          <span className={classes['names']}>
            <button type="button" className={classes['cover']} onClick={open} dir="auto">
              {name}
            </button>
            <span className={classes['second']} aria-hidden>
              {load}
            </span>
          </span>
        </span>
      </th>
      <td className={classes['number']}>
        <strong>{count(waiting)}</strong>
      </td>
      <td className={classes['number']}>
        {oldest !== null && <Chip tone={waitTone(nowMs - oldest, isLate)}>{span(nowMs - oldest)}</Chip>}
      </td>
      <td>
        <Load queue={queue} label={load} />
      </td>
    </tr>
  )
}

function Load({ queue, label }: { readonly queue: BoardQueue; readonly label: string }) {
  const share = queue.capacity === 0 ? 1 : Math.min(1, queue.open / queue.capacity)
  const isFull = queue.open > queue.capacity
  return (
    <span
      className={classes['load']}
      role="img"
      aria-label={label}
      data-tip={label}
      data-kind={queue.kind}
      data-full={isFull || undefined}
    >
      <span style={{ inlineSize: `${share * 100}%` }} />
    </span>
  )
}
