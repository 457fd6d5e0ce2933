import type { Invoice, Order, ReturnCase } from '../../domain/commerce.ts'
import type { NextQuestion } from '../../domain/growth.ts'

/** What is looked at to guess the next question: all of one customer's, and what was said on the ticket at hand. */
export type QuestionFacts = {
  readonly stage: string | null
  /** Midnight UTC of the day their contract renews, ms; null: none is known. */
  readonly renewsAtMs: number | null
  /** Plans that run, each with its next step. */
  readonly steps: readonly { readonly plan: string; readonly step: string; readonly dueAtMs: number }[]
  readonly orders: readonly Pick<Order, 'number' | 'state' | 'placedAtMs' | 'deliveredAtMs'>[]
  readonly returns: readonly Pick<
    ReturnCase,
    'number' | 'state' | 'amountMinor' | 'currency' | 'createdAtMs'
  >[]
  readonly invoices: readonly Pick<
    Invoice,
    'number' | 'state' | 'totalMinor' | 'currency' | 'issuedAtMs' | 'dueAtMs'
  >[]
  readonly assets: readonly {
    readonly name: string
    readonly productId: string | null
    readonly version: string | null
    /** Newest version of its product. */
    readonly currentVersion: string | null
  }[]
  /** Known issues on open tickets of theirs that are not fixed. */
  readonly issues: readonly {
    readonly code: string
    readonly title: string
    readonly workaround: string | null
  }[]
  readonly authored: readonly NextQuestion[]
  /** Messages of the ticket at hand, and questions and answers of the ledger. */
  readonly said: readonly string[]
  readonly nowMs: number
}
