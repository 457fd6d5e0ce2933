import { customerInFront } from '../data/front-customer.ts'
import { ask, surveyState } from '../data/survey-question.ts'
import { focusOn } from '../lib/focus-targets.ts'
import { openDialog, showColumn, showPane } from '../stores/ui-store.ts'
import type { DialogName } from '../stores/ui-store.ts'
import { always } from './define.ts'
import type { Command } from './define.ts'

const hasCustomer = (): boolean => customerInFront() !== null
const stateInFront = () => {
  const who = customerInFront()
  return who && surveyState(who)
}

function addDuty(): void {
  showColumn('customer')
  showPane('service')
  requestAnimationFrame(() => focusOn('add-duty'))
}

function askDueSurvey(): void {
  const who = customerInFront()
  const state = who && surveyState(who)
  if (who && state?.toAsk) void ask(who, state.toAsk, state.askedIds)
}

const dialog = (
  id: Command['id'],
  name: DialogName,
  rest: Pick<Command, 'group' | 'shortcut' | 'when'>,
): Command => ({ id, ...rest, run: () => openDialog(name) })

/** The relationship over time: what was promised, planned, asked and said. */
export const relationCommands: readonly Command[] = [
  { id: 'duty.add', group: 'ticket', shortcut: 'Shift+D', when: hasCustomer, run: addDuty },
  dialog('duties.open', 'duties', { group: 'go', shortcut: 'Mod+Shift+E', when: always }),
  dialog('outreach.open', 'outreach', { group: 'go', shortcut: 'Mod+Shift+R', when: always }),
  dialog('posts.open', 'unplaced-posts', { group: 'go', shortcut: null, when: always }),
  dialog('plan.start', 'plan-start', { group: 'ticket', shortcut: null, when: hasCustomer }),
  dialog('feedback.add', 'feedback', { group: 'ticket', shortcut: 'Shift+B', when: hasCustomer }),
  {
    id: 'survey.ask',
    group: 'ticket',
    shortcut: null,
    when: () => (stateInFront()?.toAsk ?? null) !== null,
    run: askDueSurvey,
  },
  dialog('survey.answer', 'survey-answer', {
    group: 'ticket',
    shortcut: null,
    when: () => (stateInFront()?.waiting.length ?? 0) > 0,
  }),
]
