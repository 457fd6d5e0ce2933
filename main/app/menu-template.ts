import type { MenuItemConstructorOptions } from 'electron'
import type { CommandId } from '../../shared/contract/commands.ts'

export type MenuFacts = {
  readonly isMac: boolean
  /** Developer tools and reloading: never in a packaged build. */
  readonly isForDevelopers: boolean
  readonly ask: (command: CommandId) => void
  readonly quit: () => void
}

/**
 * Menus name the window's commands by id; the window's command table decides what they do and owns their keys,
 * which are therefore not registered a second time here.
 */
export function menuTemplate(facts: MenuFacts): MenuItemConstructorOptions[] {
  const { isMac } = facts
  const command = (label: string, id: CommandId): MenuItemConstructorOptions => ({
    label,
    id,
    click: () => facts.ask(id),
  })
  const quit: MenuItemConstructorOptions = {
    label: isMac ? 'Quit Tandem' : 'Quit',
    id: 'quit',
    accelerator: 'CommandOrControl+Q',
    click: () => facts.quit(),
  }
  const settings = command('Settings…', 'settings.open')
  return [
    ...(isMac ? [appMenu(settings, quit)] : []),
    {
      label: 'File',
      submenu: [
        command('New ticket', 'ticket.new'),
        command('New customer', 'customer.new'),
        { type: 'separator' },
        command('Sign out', 'session.signOut'),
        ...(isMac ? [] : [settings, { type: 'separator' as const }, quit]),
      ],
    },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        command('Search', 'search.open'),
        command('Commands', 'commands.open'),
        command('Needs attention', 'attention.open'),
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(facts.isForDevelopers ? [{ role: 'reload' as const }, { role: 'toggleDevTools' as const }] : []),
      ],
    },
    // Not the ready-made menu: its Close has the key with which the page closes a tab.
    {
      label: 'Window',
      submenu: [{ role: 'minimize' }, { role: 'zoom' }, ...(isMac ? [{ role: 'front' as const }] : [])],
    },
    { role: 'help', submenu: [command('Keyboard shortcuts', 'shortcuts.open')] },
  ]
}

const appMenu = (
  settings: MenuItemConstructorOptions,
  quit: MenuItemConstructorOptions,
): MenuItemConstructorOptions => ({
  label: 'Tandem',
  submenu: [
    { role: 'about' },
    { type: 'separator' },
    settings,
    { type: 'separator' },
    { role: 'services' },
    { type: 'separator' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    { type: 'separator' },
    quit,
  ],
})
