import { desk } from '../desk.ts'
import { now } from '../lib/clock.ts'
import { takeBoard } from '../stores/board-store.ts'
import { sessionStore } from '../stores/session-store.ts'

const AGAIN_MS = 30_000

/** Looks at the board while this window is open, again whenever a place is opened anew; returns a function that stops. */
export function followBoard(): () => void {
  const look = async (): Promise<void> => {
    const [answer] = await Promise.allSettled([desk.call('board.watch', { isWatching: true })])
    if (answer.status === 'fulfilled') takeBoard(answer.value, now())
  }
  const stops = [
    desk.on('board.changed', board => takeBoard(board, now())),
    sessionStore.subscribe(({ session }) => {
      if (session.state === 'open') void look()
    }),
  ]
  if (sessionStore.getState().session.state === 'open') void look()
  // Also brings the board back after the data process was replaced.
  const timer = setInterval(() => void look(), AGAIN_MS)
  return () => {
    clearInterval(timer)
    for (const stop of stops) stop()
  }
}
