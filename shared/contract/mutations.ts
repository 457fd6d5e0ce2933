import { z } from 'zod'
import { mutations } from '../mutations/index.ts'
import type { MutationName, Mutations } from '../mutations/index.ts'
import { method, returns } from './define.ts'
import type { Method } from './define.ts'

export type MutationDone = { readonly mutationId: string }

/** Every mutation is a method of its own name with its own arguments: a new one needs no line here. */
export type MutationMethods = {
  readonly [Name in MutationName]: Method<'data', Mutations[Name]['args'], MutationDone>
}
export const mutationMethods = Object.fromEntries(
  Object.values(mutations).map(mutation => [
    mutation.name,
    method({
      owner: 'data',
      kind: 'mutation',
      input: mutation.args as z.ZodType,
      output: returns<MutationDone>(),
    }),
  ]),
) as unknown as MutationMethods

export const mutationGroupMethods = {
  /** Several intents as one: "send and solve", a macro, bulk on the device. The hub takes all or none. */
  'mutations.group': method({
    owner: 'data',
    kind: 'mutation',
    input: z.strictObject({
      items: z
        .array(z.strictObject({ name: z.string(), args: z.unknown() }))
        .min(1)
        .max(100),
      /** How long the agent may still take it back before it leaves, ms: the undo window of a reply. */
      holdMs: z.int().min(0).max(120_000).default(0),
    }),
    output: returns<{ groupId: string; mutationIds: readonly string[] }>(),
  }),
} as const
