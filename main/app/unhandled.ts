import { app, dialog } from 'electron'
import type { Log } from '../../shared/log.ts'

const TITLE = 'Tandem had a problem'
const TEXT =
  'Something unexpected happened in the background. What you wrote is safe on this computer. ' +
  'If the window behaves oddly, close Tandem and start it again. The log has the details.'

/** Defects are logged with their stack and told once, in plain words; they never end the app in silence. */
export function reportUnhandled(log: Log): void {
  let wasTold = false
  const report = (kind: string) => (error: unknown) => {
    log.error('unhandled', { kind, ...describe(error) })
    if (wasTold || !app.isReady()) return
    wasTold = true
    void dialog.showMessageBox({ type: 'warning', title: TITLE, message: TITLE, detail: TEXT })
  }
  process.on('uncaughtException', report('exception'))
  process.on('unhandledRejection', report('rejection'))
}

const describe = (error: unknown): { readonly name: string; readonly stack?: string } =>
  error instanceof Error ? { name: error.name, stack: error.stack ?? '' } : { name: typeof error }
