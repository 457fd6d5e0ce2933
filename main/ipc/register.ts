import { ipcMain } from 'electron'
import { mayCall } from '../../shared/contract/window-kinds.ts'
import type { Log } from '../../shared/log.ts'
import type { Windows } from '../app/windows.ts'
import { CALL_CHANNEL } from './channels.ts'
import { refusedSender } from './router.ts'
import type { Route } from './router.ts'
import { isTrustedSender } from './trusted-sender.ts'

/** electron-store opens this channel for windows; ours have no use for it. */
const UNUSED_CHANNEL = 'electron-store-get-data'

export type RegisterDeps = {
  readonly route: Route
  readonly windows: Windows
  readonly log: Log
  /** The console's page called, so its code runs. */
  readonly onCall: () => void
}

/** Opens the door: every call is from a trusted frame or refused before anything of it is read. */
export function registerCalls({ route, windows, log, onCall }: RegisterDeps): void {
  ipcMain.removeAllListeners(UNUSED_CHANNEL)
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) => {
    const kind = windows.kindOf(event.sender.id)
    if (kind !== null && isTrustedSender(event.senderFrame, true) && mayCall(kind, name)) {
      if (kind === 'console') onCall()
      return route(name, input, { windowId: event.sender.id, kind })
    }
    log.warn('security.sender-refused')
    return refusedSender
  })
}
