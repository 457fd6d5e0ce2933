import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, maybe, remove } from './define.ts'

/** A fetched customer is not needed any more: it goes from this laptop unless it is in scope by now. */
export const endKeep = defineMutation({
  name: 'keep.end',
  args: z.strictObject({ keepId: RowId }),
  reads: ({ keepId }) => ({ keep: maybe('keeps', keepId) }),
  may: (actor, { keep }) => keep === null || keep.agentId === actor.id,
  plan: ({ keep }, { keepId }) => (keep ? [remove('keeps', keepId)] : []),
  describe: () => ({ key: 'describe.endKeep', values: {} }),
})
