import { useEffect } from 'react'
import { Guard } from './components/guard.tsx'
import { startLive } from './data/live.ts'
import { Supervisor } from './features/supervisor/supervisor.tsx'
import { followBoard } from './shell/follow-board.ts'
import { askSyncStatus, followMain } from './shell/follow-main.ts'
import { Skin } from './skin.tsx'
import { useBoardStore } from './stores/board-store.ts'

/** What is read from across the room is larger by this. */
const WALLBOARD_SCALE = 1.35

/** The supervisors' window: one page that follows the board. */
export function SupervisorApp() {
  const isWallboard = useBoardStore(state => state.isWallboard)
  useEffect(() => {
    const stops = [startLive(), followMain(), followBoard()]
    void askSyncStatus()
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  return (
    <Skin scale={isWallboard ? WALLBOARD_SCALE : 1}>
      <Guard part="supervisor">
        <Supervisor />
      </Guard>
    </Skin>
  )
}
