import { z } from 'zod'
import type { Keep, ScopePolicyRow } from '../domain/scope.ts'
import { FIND_LEAST_CHARS, FIND_MOST_CHARS } from '../protocol/find.ts'
import type { FoundOnHub } from '../protocol/find.ts'
import { method, returns } from './define.ts'

/** What this laptop holds by policy, and what the agent leaves out of it. Null: nobody has said anything. */
export type LaptopScope = {
  readonly workspace: ScopePolicyRow | null
  readonly own: ScopePolicyRow | null
}

/** A customer that was fetched from beyond the scope. */
export type KeepLine = Keep & {
  readonly customerName: string | null
  /** Its rows have come. */
  readonly isHere: boolean
  /** It waits in the outbox: nobody has been asked yet. */
  readonly isWaiting: boolean
}

const none = z.strictObject({})
export const scopeMethods = {
  'scope.get': method({ owner: 'data', kind: 'query', input: none, output: returns<LaptopScope>() }),
  /** The one that goes first comes first. */
  'keeps.list': method({ owner: 'data', kind: 'query', input: none, output: returns<readonly KeepLine[]>() }),
  /** Looks on the hub for what is not on this laptop. Throws `offline` and other ways the hub cannot be asked. */
  'hub.find': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ text: z.string().trim().min(FIND_LEAST_CHARS).max(FIND_MOST_CHARS) }),
    output: returns<{ readonly hits: readonly FoundOnHub[] }>(),
  }),
} as const
