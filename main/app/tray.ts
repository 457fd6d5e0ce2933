import { Menu, Tray, nativeImage } from 'electron'
import type { MenuItemConstructorOptions, NativeImage } from 'electron'
import { trayMark } from './paint/marks.ts'
import type { TrayMark } from './paint/marks.ts'
import { encodePng } from './paint/png.ts'

export type TrayView = {
  readonly mark: TrayMark
  readonly line: string
  readonly template: MenuItemConstructorOptions[]
}

/** Points, by what the systems reserve beside the clock. */
const SIZE = process.platform === 'darwin' ? 18 : 22
const isMac = process.platform === 'darwin'

/** The icon beside the clock. Needs `app.whenReady`. */
export class TrayIcon {
  readonly #tray: Tray
  readonly #images = new Map<TrayMark, NativeImage>()
  /** What is shown: setting the same again makes menus flicker on Linux. */
  #shown = ''

  constructor(onClick: () => void) {
    this.#tray = new Tray(this.#image('offline'))
    // A click opens the menu on macOS.
    if (!isMac) this.#tray.on('click', onClick)
  }

  show({ mark, line, template }: TrayView): void {
    const labels = template.map(({ label, enabled }) => `${label}${enabled}`)
    const next = [mark, line, ...labels].join('\n')
    if (next === this.#shown) return
    this.#shown = next
    this.#tray.setImage(this.#image(mark))
    this.#tray.setToolTip(`Tandem\n${line}`)
    this.#tray.setContextMenu(Menu.buildFromTemplate(template))
  }

  #image(mark: TrayMark): NativeImage {
    const known = this.#images.get(mark)
    if (known) return known
    const image = nativeImage.createEmpty()
    for (const scaleFactor of [1, 2, 3]) {
      const pixels = trayMark(mark, SIZE * scaleFactor, isMac)
      image.addRepresentation({ scaleFactor, ...pixelSize(pixels), buffer: encodePng(pixels) })
    }
    if (isMac) image.setTemplateImage(true)
    this.#images.set(mark, image)
    return image
  }
}

const pixelSize = ({ width, height }: { readonly width: number; readonly height: number }) => ({
  width,
  height,
})
