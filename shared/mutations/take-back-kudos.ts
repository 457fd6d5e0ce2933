import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, isAutomation, maybe, remove } from './define.ts'

/** Takes one's thanks back, or, of supervisors, words that do not belong before the team. */
export const takeBackKudos = defineMutation({
  name: 'kudos.takeBack',
  args: z.strictObject({ kudosId: RowId }),
  reads: ({ kudosId }) => ({ row: maybe('kudos', kudosId) }),
  may: (actor, { row }) =>
    isAutomation(actor) || row === null || row.fromId === actor.id || maySupervise(actor.role),
  plan: ({ row }) => (row ? [remove('kudos', row.id)] : []),
  describe: () => ({ key: 'describe.takeBackKudos', values: {} }),
})
