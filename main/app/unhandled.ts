import { app, dialog } from 'electron'
import type { Log } from '../../shared/log.ts'
import type { Texts } from './speech.ts'

/** Defects are logged with their stack and told once, in plain words; they never end the app in silence. */
export function reportUnhandled(log: Log, texts: () => Texts): void {
  let wasTold = false
  const report = (kind: string) => (error: unknown) => {
    log.error('unhandled', { kind, ...describe(error) })
    if (wasTold || !app.isReady()) return
    wasTold = true
    const { title, text } = texts().problem
    void dialog.showMessageBox({ type: 'warning', title, message: title, detail: text })
  }
  process.on('uncaughtException', report('exception'))
  process.on('unhandledRejection', report('rejection'))
}

const describe = (error: unknown): { readonly name: string; readonly stack?: string } =>
  error instanceof Error ? { name: error.name, stack: error.stack ?? '' } : { name: typeof error }
