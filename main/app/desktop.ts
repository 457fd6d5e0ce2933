import { Menu, app, clipboard, nativeTheme, powerMonitor, shell } from 'electron'
import type { Settings } from '../../shared/contract/settings.ts'
import { menuTemplate } from './menu-template.ts'
import type { MenuFacts } from './menu-template.ts'
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

/** Without this Electron builds a menu of its own, which nobody sees and which offers what ours does not. */
export const noMenuYet = (): void => Menu.setApplicationMenu(null)

export function showMenu(menu: Omit<MenuFacts, 'isMac' | 'isForDevelopers'>): void {
  const facts = { isMac: process.platform === 'darwin', isForDevelopers: !app.isPackaged, ...menu }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(facts)))
}

/** Moments at which waiting for the next timer would be felt: the laptop woke up, the agent came back. */
export function onReturn(wake: () => void): void {
  powerMonitor.on('resume', wake)
  powerMonitor.on('unlock-screen', wake)
  app.on('browser-window-focus', wake)
}

/** Windows shows notifications only of apps it knows by this name, the installer's `appId`. */
const APP_ID = 'app.tandem.console'

export function nameToSystem(): void {
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID)
}

/** Links open the installed app; a copy for developers must not take them over. */
export function claimLinks(): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient('tandem')
}
