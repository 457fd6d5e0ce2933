import { flushSync } from 'react-dom'
import { currentTicket } from '../data/current-ticket.ts'
import { firstNameInFront } from '../data/name-in-front.ts'
import { insertWords } from '../data/insert-words.ts'
import { focusOn } from '../lib/focus-targets.ts'
import { composerStore, writeIn } from '../stores/composer-store.ts'
import type { AfterSend } from '../stores/composer-store.ts'
import { openDialog, showColumn, uiStore } from '../stores/ui-store.ts'
import { hasPromises, promisesNow } from './promises-now.ts'
import { sendNow } from './send-now.ts'
import { hasPersonal, takeOutNow } from './take-out-now.ts'
import type { Command } from './define.ts'

const hasTicket = (): boolean => currentTicket() !== null

/** The sheet has the focus before the next key can come: a letter that came too early would be a command. */
function write(mode: 'reply' | 'note'): void {
  flushSync(() => {
    writeIn(mode)
    showColumn('conversation')
  })
  if (!focusOn('composer')) requestAnimationFrame(() => focusOn('composer'))
}

const hasName = (): boolean => firstNameInFront() !== ''
const putName = (): void => insertWords(firstNameInFront(), composerStore.getState().mode)

/** A note goes nowhere: what happens with the thread is said with a reply only. */
const writesReply = (): boolean => hasTicket() && composerStore.getState().mode === 'reply'

const sendAnd = (id: Command['id'], choice: AfterSend, shortcut: string | null): Command => ({
  id,
  group: 'write',
  shortcut,
  when: writesReply,
  run: () => sendNow(choice),
})

export const writeCommands: readonly Command[] = [
  { id: 'reply.write', group: 'write', shortcut: 'R', when: hasTicket, run: () => write('reply') },
  { id: 'note.write', group: 'write', shortcut: 'N', when: hasTicket, run: () => write('note') },
  {
    id: 'macro.open',
    group: 'write',
    shortcut: 'M',
    when: () => hasTicket() || uiStore.getState().picked.size > 0,
    run: () => openDialog('macro'),
  },
  {
    id: 'promise.confirm',
    group: 'write',
    shortcut: 'Mod+Shift+P',
    when: hasPromises,
    run: promisesNow,
  },
  {
    id: 'personal.takeOut',
    group: 'write',
    shortcut: 'Mod+Shift+X',
    when: hasPersonal,
    run: takeOutNow,
  },
  { id: 'reply.name', group: 'write', shortcut: 'Mod+Shift+M', when: hasName, run: putName },
  { id: 'message.send', group: 'write', shortcut: 'Mod+Enter', when: hasTicket, run: () => sendNow() },
  sendAnd('message.sendOpen', 'open', null),
  sendAnd('message.sendPending', 'pending', 'Alt+Shift+Enter'),
  sendAnd('message.sendSolved', 'solved', 'Alt+Enter'),
]
