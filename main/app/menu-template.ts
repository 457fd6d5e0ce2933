import type { MenuItemConstructorOptions } from 'electron'
import type { CommandId } from '../../shared/contract/commands.ts'
import { acceleratorOf } from './accelerator.ts'
import { editMenu } from './edit-menu.ts'
import type { Texts } from './speech.ts'

/** Keys by command, as the window writes them: "Mod+K". */
export type MenuKeys = Readonly<Record<string, string>>

export type MenuFacts = {
  readonly isMac: boolean
  /** Developer tools and reloading: never in a packaged build. */
  readonly isForDevelopers: boolean
  readonly texts: Texts['menu']
  /** The supervisors' window is offered to those who may open it. */
  readonly maySupervise: boolean
  /** What the window's commands have for keys now. */
  readonly keys: MenuKeys
  readonly ask: (command: CommandId) => void
  readonly quit: () => void
}

type Item = MenuItemConstructorOptions
const line: Item = { type: 'separator' }

/**
 * Menus name the window's commands by id; the window's command table decides what they do and owns their keys,
 * which are shown here and not registered a second time. macOS has no way to show a key without taking it: there menus
 * show none. Labels are ours also where the system has a ready-made
 * entry: its own would be English in every language.
 */
export function menuTemplate(facts: MenuFacts): Item[] {
  const { isMac, texts, keys } = facts
  const shown = (id: CommandId): Item => {
    const accelerator = isMac ? undefined : acceleratorOf(keys[id] ?? '')
    return accelerator === undefined ? {} : { accelerator, registerAccelerator: false }
  }
  const command = (label: string, id: CommandId): Item => ({
    label,
    id,
    ...shown(id),
    click: () => facts.ask(id),
  })
  const quit: Item = {
    label: isMac ? texts.quitMac : texts.quit,
    id: 'quit',
    accelerator: 'CommandOrControl+Q',
    click: () => facts.quit(),
  }
  const settings = command(texts.settings, 'settings.open')
  return [
    ...(isMac ? [appMenu(texts, settings, quit)] : []),
    {
      label: texts.file,
      submenu: [
        command(texts.newTicket, 'ticket.new'),
        command(texts.newCustomer, 'customer.new'),
        line,
        command(texts.signOut, 'session.signOut'),
        ...(isMac ? [] : [settings, line, quit]),
      ],
    },
    editMenu(texts, isMac),
    {
      label: texts.view,
      submenu: [
        command(texts.search, 'search.open'),
        command(texts.commands, 'commands.open'),
        command(texts.attention, 'attention.open'),
        ...(facts.maySupervise ? [command(texts.supervisor, 'supervisor.open')] : []),
        line,
        { role: 'togglefullscreen', label: texts.fullScreen },
        ...(facts.isForDevelopers ? developerItems(texts) : []),
      ],
    },
    windowMenu(texts, isMac),
    { role: 'help', label: texts.help, submenu: [command(texts.shortcuts, 'shortcuts.open')] },
  ]
}

const developerItems = (texts: Texts['menu']): Item[] => [
  { role: 'reload', label: texts.reload },
  { role: 'toggleDevTools', label: texts.devTools },
]

/** Not the ready-made menu: its Close has the key with which the page closes a tab. */
const windowMenu = (texts: Texts['menu'], isMac: boolean): Item => ({
  label: texts.window,
  submenu: [
    { role: 'minimize', label: texts.minimize },
    { role: 'zoom', label: texts.zoom },
    ...(isMac ? [{ role: 'front' as const, label: texts.front }] : []),
  ],
})

const appMenu = (texts: Texts['menu'], settings: Item, quit: Item): Item => ({
  label: 'Tandem',
  submenu: [
    { role: 'about', label: texts.about },
    line,
    settings,
    line,
    { role: 'services', label: texts.services },
    line,
    { role: 'hide', label: texts.hide },
    { role: 'hideOthers', label: texts.hideOthers },
    { role: 'unhide', label: texts.showAll },
    line,
    quit,
  ],
})
