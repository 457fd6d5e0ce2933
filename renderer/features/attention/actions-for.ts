import type { AttentionAct } from '../../../shared/contract/sync.ts'

export type Action = 'retry' | 'mine' | 'theirs' | 'discard' | 'edit' | 'note' | 'suggested'

/** A letter each, the same in every language: hands learn them. */
export const keyOf: Readonly<Record<Action, string>> = {
  mine: 'M',
  retry: 'R',
  edit: 'E',
  note: 'N',
  theirs: 'T',
  discard: 'D',
  suggested: 'S',
}

/** Work about somebody who is not there any more names the table of customers. */
export const ERASED = 'customers'

type Facts = Pick<AttentionAct, 'verdict' | 'reason' | 'words' | 'canBeNote'> & {
  readonly fields: readonly Pick<AttentionAct['fields'][number], 'suggestion'>[]
}

/** The reply is held because of what was said since, or of who works on it offline, and nothing else. */
export const isHeldReply = ({ reason, canBeNote }: Pick<Facts, 'reason' | 'canBeNote'>): boolean =>
  (reason === 'newer-messages' || reason === 'leased') && canBeNote

/** The rules have a word for every field. */
const isSuggested = ({ fields }: Facts): boolean =>
  fields.length > 0 && fields.every(({ suggestion }) => suggestion !== null)

/** What can be done about an act, the most likely first. Words can always be taken back into the draft. */
export function actionsFor(act: Facts): readonly Action[] {
  const edit: readonly Action[] = act.words === null ? [] : ['edit']
  const note: readonly Action[] = act.canBeNote ? ['note'] : []
  switch (act.verdict) {
    case 'conflict':
      if (isHeldReply(act)) return ['mine', ...edit, ...note, 'discard']
      return isSuggested(act)
        ? ['suggested', 'mine', ...edit, ...note, 'theirs']
        : ['mine', ...edit, ...note, 'theirs']
    case 'failed':
      return ['retry', ...edit, ...note, 'discard']
    case 'rejected':
    case 'gone':
      // Of an erased person there is no draft to go back to, and no hub takes it.
      if (act.reason === ERASED) return ['discard']
      return [...edit, 'retry', ...(act.verdict === 'rejected' ? note : []), 'discard']
  }
}

/** Acts of one kind met the same thing in the same way: what is right for one is most often right for all. */
export const kindOf = ({ verdict, reason, intents, fields }: AttentionAct): string =>
  [
    verdict,
    reason,
    ...intents.map(({ name }) => name).toSorted(),
    ...fields.map(({ table, field }) => `${table}.${field}`).toSorted(),
  ].join(' ')
