import { maySupervise } from '../../shared/rules/supervising.ts'
import { changeSettings } from '../data/change-settings.ts'
import { undoLastAct } from '../data/undo.ts'
import { act } from '../data/use-action.ts'
import { openSession } from '../stores/session-store.ts'
import { lastAct } from '../stores/undo-store.ts'
import { openDialog, showSettings } from '../stores/ui-store.ts'
import { always } from './define.ts'
import type { Command } from './define.ts'
import { floorCommands } from './floor-commands.ts'

/** The other of light and dark, from what is on the screen now. */
function toggleTheme(): void {
  const isDark = document.documentElement.dataset['mantineColorScheme'] === 'dark'
  void changeSettings({ theme: isDark ? 'light' : 'dark' })
}

/** Works offline by choice, or comes back. */
function toggleCable(): void {
  const session = openSession()
  if (session) void act('session.workOffline', { offline: !session.isCut })
}

export const windowCommands: readonly Command[] = [
  {
    id: 'undo.last',
    group: 'window',
    shortcut: 'Mod+Z',
    when: () => lastAct() !== null,
    run: () => void undoLastAct(),
    leavesWriting: true,
  },
  {
    id: 'sync.wake',
    group: 'window',
    shortcut: 'Mod+Shift+S',
    when: always,
    run: () => void act('sync.wake', {}),
  },
  {
    id: 'sync.cable',
    group: 'window',
    shortcut: null,
    when: () => openSession() !== null,
    run: toggleCable,
  },
  {
    id: 'offline.open',
    group: 'window',
    shortcut: 'Mod+Shift+Y',
    when: always,
    run: () => openDialog('offline'),
  },
  { id: 'sync.health', group: 'window', shortcut: null, when: always, run: () => openDialog('health') },
  {
    id: 'settings.open',
    group: 'window',
    shortcut: 'Mod+,',
    when: always,
    run: () => openDialog('settings'),
  },
  ...floorCommands,
  { id: 'keys.change', group: 'window', shortcut: null, when: always, run: () => showSettings('keys') },
  {
    id: 'dataKey.replace',
    group: 'window',
    shortcut: null,
    when: () => openSession() !== null,
    run: () => showSettings('computer'),
  },
  {
    id: 'levels.open',
    group: 'window',
    shortcut: null,
    when: () => maySupervise(openSession()?.place.agent.role ?? 'other'),
    run: () => showSettings('levels'),
  },
  {
    id: 'between.open',
    group: 'window',
    shortcut: null,
    when: () => maySupervise(openSession()?.place.agent.role ?? 'other'),
    run: () => showSettings('between'),
  },
  { id: 'shortcuts.open', group: 'window', shortcut: '?', when: always, run: () => openDialog('keys') },
  { id: 'theme.toggle', group: 'window', shortcut: null, when: always, run: toggleTheme },
  { id: 'session.switch', group: 'window', shortcut: null, when: always, run: () => openDialog('switch') },
  { id: 'session.signOut', group: 'window', shortcut: null, when: always, run: () => openDialog('sign-out') },
]
