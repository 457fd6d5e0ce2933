import type { EventName } from '../../shared/contract/events.ts'
import { mayHear } from '../../shared/contract/window-kinds.ts'
import { isOwnPage } from '../app/origin.ts'
import type { Windows } from '../app/windows.ts'
import { EVENT_CHANNEL } from './channels.ts'

/** Tells every window that shows our page what its kind may hear; anything else it might show hears nothing. */
export const sendToWindows =
  (windows: Windows) =>
  (name: EventName, payload: unknown): void => {
    for (const { webContents } of windows.all()) {
      const kind = windows.kindOf(webContents.id)
      if (kind === null || !mayHear(kind, name)) continue
      if (!webContents.isCrashed() && isOwnPage(webContents.getURL()))
        webContents.send(EVENT_CHANNEL, name, payload)
    }
  }
