import type { MenuItemConstructorOptions } from 'electron'

export type MenuFacts = {
  readonly isMac: boolean
  /** Developer tools and reloading: never in a packaged build. */
  readonly isForDevelopers: boolean
  readonly ask: (commandId: string) => void
  readonly quit: () => void
}

/**
 * Menus name the window's commands by id; the window's command table decides what they do and owns their keys,
 * which are therefore not registered a second time here.
 */
export function menuTemplate(facts: MenuFacts): MenuItemConstructorOptions[] {
  const { isMac } = facts
  const command = (label: string, id: string): MenuItemConstructorOptions => ({
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
        ...(isMac ? [{ role: 'close' as const }] : [settings, { type: 'separator' as const }, quit]),
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
    { role: 'windowMenu' },
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
