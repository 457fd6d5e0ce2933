import { z } from 'zod'
import type { RequiredDetails } from '../domain/guides.ts'
import { defineMutation, insert, many } from './define.ts'
import { patchChanged, sameValue } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { DetailArgs } from './parts/guide-args.ts'
import { mayWriteGuides } from './set-guide.ts'

type Content = z.infer<typeof DetailArgs>
const contentOf = ({ key, products, items }: RequiredDetails): Content => ({ key, products, items })

/** What people wrote of a list; null where a newer hub wrote something this app has no word for. */
export const detailContent = (list: RequiredDetails): Content | null =>
  DetailArgs.safeParse(contentOf(list)).data ?? null

/** Says what has to be known about some products. Asks when somebody else has changed the list since. */
export const setRequiredDetails = defineMutation({
  name: 'requiredDetails.set',
  args: z.strictObject({
    /** The version the editor began with; 0: there was no such list. */
    seen: z.int().min(0),
    content: DetailArgs,
  }),
  reads: ({ content }) => ({ lists: many('requiredDetails', { key: content.key }) }),
  may: actor => mayWriteGuides(actor),
  plan: ({ lists }, { content }, context) => {
    const list = lists[0]
    if (!list) {
      const id = context.derivedId(0)
      return [insert('requiredDetails', { ...content, id, version: 1, updatedAtMs: context.nowMs })]
    }
    if (sameValue(contentOf(list), content)) return []
    const next = { ...content, version: list.version + 1, updatedAtMs: context.nowMs }
    return patchChanged('requiredDetails', list, next)
  },
  conflict: ({ lists }, { seen, content }) => {
    const list = lists[0]
    if (!list || sameValue(contentOf(list), content)) return null
    return conflictOf('changed-since', [
      { table: 'requiredDetails', id: list.id, field: 'version', seen, mine: null, theirs: list.version },
    ])
  },
  describe: ({ content }) => ({ key: 'describe.setRequiredDetails', values: { name: content.key } }),
  insist: ({ lists }, args) => ({ ...args, seen: lists[0]?.version ?? 0 }),
  invert: ({ lists }) => {
    const list = lists[0]
    const before = list ? detailContent(list) : null
    return list && before
      ? { name: 'requiredDetails.set', args: { seen: list.version + 1, content: before } }
      : null
  },
})
