import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type LoginStartDeps = {
  readonly platform: NodeJS.Platform
  /** A copy for developers must not start with their computer. */
  readonly isPackaged: boolean
  /** What to run: the AppImage where the app lives in one. */
  readonly program: string
  /** `~/.config` on Linux. */
  readonly configFolder: string
  /** macOS and Windows keep the list themselves. */
  readonly setLoginItem: (isOn: boolean) => void
}

/** Starts the app with the computer, or no longer. */
export async function applyLoginStart(isOn: boolean, deps: LoginStartDeps): Promise<void> {
  if (!deps.isPackaged) return
  if (deps.platform !== 'linux') return deps.setLoginItem(isOn)
  const file = join(deps.configFolder, 'autostart', 'tandem.desktop')
  if (!isOn) return rm(file, { force: true })
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, autostartEntry(deps.program))
}

/** A desktop entry (freedesktop.org, Autostart specification). */
export const autostartEntry = (program: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Tandem',
    `Exec=${quoted(program)}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')

/** Reserved characters are escaped inside of quotes, and the backslash once more as in every value. */
const quoted = (program: string): string =>
  `"${program
    .replace(/(["`$\\])/g, '\\$1')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')}"`
