import { z } from 'zod'
import type { Agent, Team } from '../domain/people.ts'
import type { Macro } from '../domain/knowledge.ts'
import { method, returns } from './define.ts'

export const directoryMethods = {
  /** Colleagues and teams, small enough to hold whole. */
  'directory.get': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<{ agents: readonly Agent[]; teams: readonly Team[] }>(),
  }),
  'macros.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly Macro[]>(),
  }),
} as const
