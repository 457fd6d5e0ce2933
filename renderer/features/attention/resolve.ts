import type { AttentionAct, AttentionItem } from '../../../shared/contract/sync.ts'
import type { Call, Output } from '../../../shared/contract/index.ts'
import type { Taken } from '../../../shared/mutations/suggest-merge.ts'
import { act } from '../../data/use-action.ts'
import { focusOn } from '../../lib/focus-targets.ts'
import { giveBack, writeIn, writingKey } from '../../stores/composer-store.ts'
import { openTicket } from '../../stores/tabs-store.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import { kindOf } from './actions-for.ts'
import type { Action } from './actions-for.ts'

type Choice = Call<'attention.decide'>['choices'][number]
type Field = AttentionAct['fields'][number]

export const fieldKey = ({ table, id, field }: Pick<Field, 'table' | 'id' | 'field'>): string =>
  `${table} ${id} ${field}`

export const choiceOf = ({ table, id, field }: Field, take: Taken): Choice => ({ table, id, field, take })

/** Intents named in one call: the writer stays free for a keystroke between two. */
const PART = 40

const parts = (acts: readonly AttentionAct[]): readonly (readonly AttentionAct[])[] => {
  const all: AttentionAct[][] = []
  for (const each of acts) {
    const last = all.at(-1)
    if (last && last.length < PART) last.push(each)
    else all.push([each])
  }
  return all
}
const idsOf = (acts: readonly AttentionAct[]): string[] => acts.flatMap(({ mutationIds }) => mutationIds)

type Words = Output<'attention.resolve'>['words']

function giveWordsBack(words: Words): void {
  for (const { ticketId, mode, body, draftId, files } of words) {
    giveBack(writingKey(ticketId, mode), { draftId, words: body, files })
  }
  const first = words[0]
  if (!first) return
  closeDialog()
  openTicket(first.ticketId)
  writeIn(first.mode)
  requestAnimationFrame(() => focusOn('composer'))
}

/** Decides fields one by one: those not named stay mine. */
export const decide = (acts: readonly AttentionAct[], choices: readonly Choice[]): Promise<unknown> =>
  act('attention.decide', { mutationIds: idsOf(acts), choices: [...choices] })

async function decideAsSuggested(acts: readonly AttentionAct[]): Promise<void> {
  const choices = acts.flatMap(({ fields }) =>
    fields.map(field => choiceOf(field, field.suggestion?.take ?? 'mine')),
  )
  await decide(acts, choices)
}

/** Carries out a decision about acts. Words that come back go into the composer they were written in. */
export async function resolve(acts: readonly AttentionAct[], action: Action): Promise<void> {
  for (const part of parts(acts)) {
    if (action === 'suggested') {
      await decideAsSuggested(part)
      continue
    }
    const answer = await act('attention.resolve', { mutationIds: idsOf(part), action })
    if (answer === null) return
    if (action === 'edit') giveWordsBack(answer.words)
  }
}

/** All of one kind on the list, this one first. */
export function alike(items: readonly AttentionItem[], wanted: AttentionAct): readonly AttentionAct[] {
  const kind = kindOf(wanted)
  return items.flatMap(({ acts }) => acts.filter(each => kindOf(each) === kind))
}
