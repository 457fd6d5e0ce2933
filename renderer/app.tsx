import { useEffect } from 'react'
import { ErrorCode } from '../shared/errors.ts'
import { Guard } from './components/guard.tsx'
import { live, startLive } from './data/live.ts'
import { tellReplacedKey } from './data/replace-key.ts'
import { showFailure } from './data/toasts.ts'
import { Routes } from './routes.tsx'
import { followMain } from './shell/follow-main.ts'
import { Skin } from './skin.tsx'
import { placeIn, sessionStore } from './stores/session-store.ts'
import { settingsStore } from './stores/settings-store.ts'
import { forgetActs } from './stores/undo-store.ts'

/** The console: the few things main tells every window; then the page the session asks for. */
export function App() {
  useEffect(() => {
    const stops = [startLive(), followMain(), forgetOnLeave(), tellReplacedKey()]
    if (settingsStore.getState().wasReset) showFailure({ code: ErrorCode.SettingsCorrupt })
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  return (
    <Skin>
      <Guard part="window">
        <Routes />
      </Guard>
    </Skin>
  )
}

/** Rows of one place never show in another. */
function forgetOnLeave(): () => void {
  let placeId: string | null = null
  return sessionStore.subscribe(({ session }) => {
    const next = placeIn(session)?.id ?? null
    if (next !== placeId) {
      live.clear()
      forgetActs()
    }
    placeId = next
  })
}
