import { z } from 'zod'
import { CustomerId, TicketId } from '../domain/ids.ts'
import type { Asset } from '../domain/commerce.ts'
import type { AskedTried, Diagnosis, RemoteSession } from '../domain/diagnosis.ts'
import type { RequiredDetails } from '../domain/guides.ts'
import type { DetailState } from '../rules/diagnosis/known-details.ts'
import { method, returns } from './define.ts'

/** An entry of the ledger with the name of who made it. */
export type EntryLine = AskedTried & { readonly agentName: string | null }
export type RemoteLine = RemoteSession & { readonly agentName: string | null }

export type DiagnosisView = {
  readonly diagnosis: Diagnosis | null
  readonly assetName: string | null
  /** What the ticket is about as far as the records say; null where they do not. */
  readonly asset: Asset | null
  readonly productName: string | null
  /** What was asked and tried in this ticket, the oldest first. */
  readonly entries: readonly EntryLine[]
  /** What has to be known about such a product; none where nobody has said. */
  readonly details: readonly DetailState[]
}

export const diagnosisMethods = {
  /** What is known of the fault, what was asked and tried, what is missing; null for a ticket that is not here. */
  'diagnosis.get': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketId: TicketId }),
    output: returns<DiagnosisView | null>(),
  }),
  /**
   * What was asked of the customer within the last half year, in any ticket, and tried in this one: what a new question
   * is held against while it is being written. The newest first, at most 300.
   */
  'askedTried.ofCustomer': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId, ticketId: TicketId }),
    output: returns<readonly EntryLine[]>(),
  }),
  /** Looks from afar of a ticket, the newest first. */
  'remote.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketId: TicketId }),
    output: returns<readonly RemoteLine[]>(),
  }),
  /** What has to be known, list by list. */
  'requiredDetails.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly RequiredDetails[]>(),
  }),
} as const
