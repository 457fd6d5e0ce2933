import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { useLate } from '../../lib/use-late.ts'
import { useBoardStore } from '../../stores/board-store.ts'
import { Agents } from './agents.tsx'
import { Alerts } from './alerts.tsx'
import { BoardSheets } from './board-sheets.tsx'
import { Fleet } from './fleet.tsx'
import { KpiRow } from './kpi-row.tsx'
import { LiveLine } from './live-line.tsx'
import { Queues } from './queues.tsx'
import classes from './supervisor.module.css'
import { SupervisorHead } from './supervisor-head.tsx'
import { setWallboard } from './wallboard.ts'

/** The floor at a glance: live queues, agents, alerts and laptops, each number a way to its tickets. */
export function Supervisor() {
  const { t } = useTranslation()
  const { board, connection } = useBoardStore(state => state.board)
  const isWallboard = useBoardStore(state => state.isWallboard)
  useWallboardScale(isWallboard)
  const isLate = useLate(board === null)
  return (
    <main className={classes['page']} data-wallboard={isWallboard || undefined}>
      <SupervisorHead />
      {board ? (
        <div className={classes['floor']} data-stale={connection === 'offline' || undefined}>
          <KpiRow board={board} />
          <div className={classes['columns']}>
            <Queues board={board} />
            <Agents board={board} />
            <div className={classes['side']}>
              <Alerts board={board} />
              <Fleet board={board} />
            </div>
          </div>
        </div>
      ) : (
        <div className={classes['floor']}>
          {isLate && (
            <EmptyState>
              {t(connection === 'refused' ? 'supervisor.refused' : 'supervisor.notYet')}
            </EmptyState>
          )}
        </div>
      )}
      <LiveLine />
      {board && <BoardSheets board={board} />}
    </main>
  )
}

/** A display on the wall is read from across the room; Escape brings the window back. */
function useWallboardScale(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    const leave = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') void setWallboard(false)
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [isOn])
}
