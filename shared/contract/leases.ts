import { z } from 'zod'
import type { Lease } from '../domain/tickets.ts'
import { method, returns } from './define.ts'

/** A lease with its ticket, as lists show it. */
export type LeaseLine = Omit<Lease, 'customerId'> & {
  readonly agentName: string | null
  readonly endedByName: string | null
  readonly number: number | null
  readonly localNumber: number | null
  readonly subject: string
  readonly customerName: string
}

export const leaseMethods = {
  /** Leases that run, and those whose time ended within the last day; the one that ends first comes first. */
  'leases.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly LeaseLine[]>(),
  }),
} as const
