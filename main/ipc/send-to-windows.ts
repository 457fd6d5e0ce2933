import type { EventName } from '../../shared/contract/events.ts'
import { isOwnPage } from '../app/origin.ts'
import type { Windows } from '../app/windows.ts'
import { EVENT_CHANNEL } from './channels.ts'

/** Tells every window that shows our page; anything else it might show hears nothing. */
export const sendToWindows =
  (windows: Windows) =>
  (name: EventName, payload: unknown): void => {
    for (const { webContents } of windows.all()) {
      if (!webContents.isCrashed() && isOwnPage(webContents.getURL()))
        webContents.send(EVENT_CHANNEL, name, payload)
    }
  }
