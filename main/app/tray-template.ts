import type { MenuItemConstructorOptions } from 'electron'
import type { CommandId } from '../../shared/contract/commands.ts'
import { counted } from './speech.ts'
import type { Texts } from './speech.ts'

export type TrayFacts = {
  readonly texts: Texts
  readonly line: string
  readonly isOpen: boolean
  readonly attention: number
  /** Notifications on the screen. */
  readonly notices: number
  readonly show: () => void
  /** Brings the window to the front and asks it. */
  readonly ask: (command: CommandId) => void
  /** Asks it where it is: saying "away" needs no window. */
  readonly tell: (command: CommandId) => void
  readonly clear: () => void
  readonly quit: () => void
}

const STATUS = ['available', 'onCall', 'lunch', 'away'] as const

/** The menu beside the clock. Its first line is how things stand, and opens what it is about. */
export function trayTemplate(facts: TrayFacts): MenuItemConstructorOptions[] {
  const { texts, isOpen, attention, notices } = facts
  const command = (label: string, id: CommandId): MenuItemConstructorOptions => ({
    label,
    id,
    enabled: isOpen,
    click: () => facts.ask(id),
  })
  const quietly = (name: (typeof STATUS)[number]): MenuItemConstructorOptions => ({
    label: texts.tray[name],
    id: `status.${name}`,
    click: () => facts.tell(`status.${name}`),
  })
  return [
    { label: facts.line, id: 'tray.state', enabled: false },
    { type: 'separator' },
    { label: texts.tray.open, id: 'tray.open', click: () => facts.show() },
    command(texts.menu.newTicket, 'ticket.new'),
    command(texts.menu.search, 'search.open'),
    ...(attention > 0 ? [command(counted(texts.tray.attention, attention), 'attention.open')] : []),
    command(texts.tray.sync, 'sync.wake'),
    { label: texts.tray.status, id: 'tray.status', enabled: isOpen, submenu: STATUS.map(quietly) },
    ...(notices > 0
      ? [{ label: counted(texts.tray.clear, notices), id: 'tray.clear', click: () => facts.clear() }]
      : []),
    { type: 'separator' },
    command(texts.menu.settings, 'settings.open'),
    { label: texts.menu.quitMac, id: 'tray.quit', click: () => facts.quit() },
  ]
}
