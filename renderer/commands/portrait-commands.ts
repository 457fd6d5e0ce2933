import type { CommandId } from '../../shared/contract/commands.ts'
import { maySupervise } from '../../shared/rules/supervising.ts'
import { customerInFront } from '../data/front-customer.ts'
import type { Shortcut } from '../lib/shortcut.ts'
import { openPortrait, toggleRevealed } from '../stores/portrait-store.ts'
import type { PortraitForm } from '../stores/portrait-store.ts'
import { openSession } from '../stores/session-store.ts'
import { showSettings } from '../stores/ui-store.ts'
import type { Command } from './define.ts'

const hasCustomer = (): boolean => customerInFront() !== null

const forCustomer = (id: CommandId, form: PortraitForm, shortcut: Shortcut | null = null): Command => ({
  id,
  group: 'ticket',
  shortcut,
  when: hasCustomer,
  run: () => {
    const who = customerInFront()
    if (who) openPortrait(form, who.customerId)
  },
})

/** Who the customer is: what they wish, what is pinned, where they stand. */
export const portraitCommands: readonly Command[] = [
  forCustomer('portrait.open', { form: 'about' }, 'Shift+A'),
  forCustomer('preference.add', { form: 'preference', preferenceId: null }),
  forCustomer('pin.add', { form: 'pin', pinId: null }, 'Shift+N'),
  forCustomer('portrait.stage', { form: 'stage' }),
  forCustomer('portrait.vip', { form: 'vip' }),
  {
    id: 'preference.reveal',
    group: 'ticket',
    shortcut: 'Shift+V',
    when: hasCustomer,
    run: () => {
      const who = customerInFront()
      if (who) toggleRevealed(who.customerId)
    },
  },
  {
    id: 'portrait.weights',
    group: 'window',
    shortcut: null,
    when: () => maySupervise(openSession()?.place.agent.role ?? 'other'),
    run: () => showSettings('portrait'),
  },
]
