import { customerInFront } from '../data/front-customer.ts'
import { askFavour } from '../data/growth-intents.ts'
import { live } from '../data/live.ts'
import { firstAnswer, giveAnswer } from '../data/next-answer.ts'
import { openDialog } from '../stores/ui-store.ts'
import { always } from './define.ts'
import { firstTopic, insertTopic } from '../data/topics.ts'
import type { Command } from './define.ts'

/** The customer in front would recommend us, and nobody has asked them to. */
function promoterInFront() {
  const who = customerInFront()
  const found = who && live.read('opportunities.ofCustomer', { customerId: who.customerId })
  return found?.state === 'ready' && found.value.favour !== null ? who : null
}

/** Whether the customer in front has an opportunity that is not over. */
function hasOpen(): boolean {
  const who = customerInFront()
  const found = who && live.read('opportunities.ofCustomer', { customerId: who.customerId })
  return found?.state === 'ready' && found.value.open.length > 0
}

/** What comes next with a customer. */
export const growthCommands: readonly Command[] = [
  {
    id: 'opportunity.note',
    group: 'ticket',
    shortcut: 'Shift+J',
    when: () => customerInFront() !== null,
    run: () => openDialog('opportunity'),
  },
  {
    id: 'opportunity.edit',
    group: 'ticket',
    shortcut: null,
    when: hasOpen,
    run: () => openDialog('opportunity-edit'),
  },
  {
    id: 'opportunities.open',
    group: 'go',
    shortcut: 'Mod+Shift+G',
    when: always,
    run: () => openDialog('opportunities'),
  },
  { id: 'atRisk.open', group: 'go', shortcut: null, when: always, run: () => openDialog('at-risk') },
  {
    id: 'favour.ask',
    group: 'ticket',
    shortcut: null,
    when: () => promoterInFront() !== null,
    run: () => {
      const who = promoterInFront()
      if (who) void askFavour(who, 'referral')
    },
  },
  {
    id: 'topic.insert',
    group: 'write',
    shortcut: 'Mod+Shift+D',
    when: () => firstTopic() !== null,
    run: () => {
      const first = firstTopic()
      if (first) insertTopic(first.topic, first.who)
    },
  },
  {
    id: 'question.answer',
    group: 'write',
    shortcut: 'Mod+Shift+N',
    when: () => firstAnswer() !== null,
    run: () => {
      const answer = firstAnswer()
      if (answer) giveAnswer(answer.line, answer.who)
    },
  },
]
