import type { TicketView } from '../../../shared/contract/tickets.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import type { Macro } from '../../../shared/domain/knowledge.ts'
import { macroActions } from '../../../shared/rules/macro-actions.ts'
import type { TicketAction } from '../../../shared/rules/ticket-actions.ts'
import { runBulk } from '../../data/run-bulk.ts'
import { desk } from '../../desk.ts'
import { asAppError } from '../../data/live-queries.ts'
import { showFailure, showNotice } from '../../data/toasts.ts'
import { rememberAct } from '../../stores/undo-store.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { insertText } from '../../lib/insert-target.ts'
import { chooseAfterSend, writeIn, writingKey } from '../../stores/composer-store.ts'
import { showColumn } from '../../stores/ui-store.ts'

const describe = (title: string) => ({ key: 'describe.macro', values: { title } })

/** With words to send, the state is set when they are sent, not before. */
export const happensWithSending = (macro: Macro, action: TicketAction): boolean =>
  action.type === 'state' && (macro.body ?? '') !== ''

type Single = {
  readonly macro: Macro
  readonly view: TicketView
  readonly thread: Thread
  /** The macro's text with everything filled in that is known. */
  readonly text: string
}

/** Runs a macro on the ticket in front: words at the cursor, everything else at once as one act. */
export async function runMacro({ macro, view, thread, text }: Single): Promise<void> {
  const { actions } = macroActions(macro)
  const now = actions.filter(action => !happensWithSending(macro, action))
  const state = actions.find(action => action.type === 'state')
  const withSending = state && happensWithSending(macro, state) ? state.state : null
  if (text !== '') putText(text, () => chooseAfterSend(writingKey(view.ticket.id, 'reply'), withSending))
  if (now.length > 0) await runNow(now, { macro, view, thread })
}

async function runNow(
  actions: readonly TicketAction[],
  { macro, view, thread }: Omit<Single, 'text'>,
): Promise<void> {
  try {
    const [result] = await desk.call('bulk.run', {
      ticketIds: [view.ticket.id],
      actions: [...actions],
      kind: thread.kind === 'other' ? null : thread.kind,
    })
    if (result?.outcome === 'failed') {
      const why = dynamicText(`bulkReason.${result.reason}`) ?? dynamicText('bulkReason.other')
      showNotice(why ?? '')
    } else if (result && result.mutationIds.length > 0) {
      rememberAct({
        mutationIds: result.mutationIds,
        description: describe(macro.title),
        tickets: 1,
        leavesAtMs: null,
      })
    }
  } catch (error) {
    showFailure(asAppError(error))
  }
}

/** The reply composer may have to open first. */
function putText(text: string, then: () => void): void {
  writeIn('reply')
  showColumn('conversation')
  const MOST_FRAMES = 30
  const attempt = (left: number): void => {
    if (insertText(text)) return then()
    if (left > 0) requestAnimationFrame(() => attempt(left - 1))
  }
  requestAnimationFrame(() => attempt(MOST_FRAMES))
}

export type Many = {
  readonly macro: Macro
  /** The same macro in other languages, for customers who speak them; empty when one language was chosen for all. */
  readonly variants: readonly Macro[]
  readonly ticketIds: readonly string[]
}

/** What a macro does to many: its text goes out as a reply to each customer. */
export function actionsOnMany({ macro, variants }: Omit<Many, 'ticketIds'>): readonly TicketAction[] {
  const { actions } = macroActions(macro)
  const body = macro.body ?? ''
  const others = variants.flatMap(({ language, body: words }) =>
    language === null || words === null ? [] : [{ language, body: words }],
  )
  const reply: readonly TicketAction[] = body === '' ? [] : [{ type: 'reply', body, variants: others }]
  return [...reply, ...actions]
}

/** Runs a macro on many tickets. */
export async function runMacroOnMany(many: Many): Promise<void> {
  const { macro, ticketIds } = many
  if (ticketIds.length === 0) return
  await runBulk({ ticketIds, actions: actionsOnMany(many), description: describe(macro.title) })
}
