import { Menu, app, clipboard, nativeTheme, powerMonitor, shell } from 'electron'
import type { CommandId } from '../../shared/contract/commands.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import { menuTemplate } from './menu-template.ts'
import { externalUrl } from './open-external.ts'

/** Opens an address in the system's program; false for one that no program may get. */
export async function openExternal(address: string): Promise<boolean> {
  const url = externalUrl(address)
  if (url === null) return false
  await shell.openExternal(url)
  return true
}

/** Older runtimes write at once, newer ones answer later. */
export const copyText = async (text: string): Promise<void> => clipboard.writeText(text)

export const applyTheme = (settings: Settings): void => {
  nativeTheme.themeSource = settings.theme
}

export function showMenu(ask: (command: CommandId) => void, quit: () => void): void {
  const facts = { isMac: process.platform === 'darwin', isForDevelopers: !app.isPackaged, ask, quit }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(facts)))
}

/** Moments at which waiting for the next timer would be felt: the laptop woke up, the agent came back. */
export function onReturn(wake: () => void): void {
  powerMonitor.on('resume', wake)
  powerMonitor.on('unlock-screen', wake)
  app.on('browser-window-focus', wake)
}

/** Links open the installed app; a copy for developers must not take them over. */
export function claimLinks(): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient('tandem')
}
