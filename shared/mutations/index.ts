import type { z } from 'zod'
import type { AnyMutation } from './define.ts'
import { setState } from './set-state.ts'

/** Every way to change anything. Names are part of the protocol. */
export const mutations = {
  [setState.name]: setState,
} as const

export type Mutations = typeof mutations
export type MutationName = keyof Mutations
export type MutationArgs<Name extends MutationName> = z.infer<Mutations[Name]['args']>

export const isMutationName = (name: unknown): name is MutationName =>
  typeof name === 'string' && Object.hasOwn(mutations, name)
export const mutationByName = (name: MutationName): AnyMutation =>
  // The registry is the one place where a mutation's own types are forgotten: args and rows reach it parsed and loaded.
  mutations[name] as unknown as AnyMutation
