import { app, nativeImage } from 'electron'
import type { Windows } from './windows.ts'
import { countMark } from './paint/marks.ts'
import { encodePng } from './paint/png.ts'
import { counted } from './speech.ts'
import type { Texts } from './speech.ts'

const OVERLAY_SIZE = 32

/** The number on the app's icon: in the dock, in the launcher, or laid over the taskbar's icon. */
export function showBadge(count: number, windows: Windows, texts: Texts): void {
  if (process.platform !== 'win32') {
    app.setBadgeCount(count)
    return
  }
  const image = count === 0 ? null : nativeImage.createFromBuffer(encodePng(countMark(count, OVERLAY_SIZE)))
  const words = count === 0 ? '' : counted(texts.badge, count)
  for (const window of windows.all()) window.setOverlayIcon(image, words)
}
