import { app, powerMonitor } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Log } from '../../shared/log.ts'
import { systemNotices } from './alerts/system-notices.ts'
import type { Core } from './core.ts'
import { answerShutdown } from './shutdown.ts'
import type { SystemEnd } from './shutdown.ts'
import { counted } from './speech.ts'
import type { Speech } from './speech.ts'

export type ShutdownWatch = {
  readonly core: Pick<Core, 'guard' | 'windows' | 'facts'>
  readonly speech: Speech
  readonly log: Log
  /** A last try to send what waits. */
  readonly send: () => void
}

/** Told by Windows to each window, and by Linux and macOS to the app. Older runtimes know only the second. */
const QUERY_END = 'query-session-end'

/** Hears from the system that the computer goes down, and asks first when work has not left. */
export function watchShutdown({ core, speech, log, send }: ShutdownWatch): void {
  const { guard, windows, facts } = core
  const show = systemNotices(log)
  const nothing = (): void => {}
  const hear = (event: SystemEnd): void => {
    const answer = answerShutdown(event, {
      mayLeave: () => guard.mayLeave(true),
      waiting: () => facts.waiting,
      showWindow: () => void windows.show(),
      send,
      warn: waiting => {
        const { title, body } = speech.texts().shutdown
        const words = { title, body: counted(body, waiting) }
        show(
          { ...words, isSilent: false, urgency: 'critical', sound: null },
          { clicked: () => void windows.show(), gone: nothing },
        )
      },
    })
    log.info('system.ends', { answer, waiting: facts.waiting })
    if (answer === 'goes') guard.leave()
  }
  powerMonitor.on('shutdown', ((event: SystemEnd) => hear(event)) as () => void)
  app.on('browser-window-created', (_event, window: BrowserWindow) => {
    window.on(QUERY_END, event => hear(event))
  })
}
