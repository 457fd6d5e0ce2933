import type { AttentionItem } from '../../../shared/contract/sync.ts'

export type Action = 'retry' | 'mine' | 'theirs' | 'discard' | 'edit'

/** What can be done about an item, the most likely first. Words can always be taken back into the draft. */
export function actionsFor({ verdict, words }: Pick<AttentionItem, 'verdict' | 'words'>): readonly Action[] {
  const edit: readonly Action[] = words === null ? [] : ['edit']
  switch (verdict) {
    case 'conflict':
      return ['mine', ...edit, 'theirs']
    case 'failed':
      return ['retry', ...edit, 'discard']
    case 'rejected':
    case 'gone':
      return [...edit, 'retry', 'discard']
  }
}
