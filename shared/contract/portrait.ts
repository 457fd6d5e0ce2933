import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'
import type { Marks, Pin, Portrait, Preference } from '../domain/portrait.ts'
import type { Health } from '../rules/health/health.ts'
import type { Mood } from '../rules/portrait/mood.ts'
import type { DerivedStage, StandingStage } from '../rules/portrait/stage.ts'
import type { Topic } from '../rules/portrait/topics.ts'
import type { CustomerValue } from '../rules/portrait/value-band.ts'
import { method, returns } from './define.ts'

/** Who a customer is at a glance: what they wish, what nobody may overlook, where they stand and how it goes. */
export type PortraitView = {
  readonly name: string
  readonly preferences: readonly Preference[]
  /** Those that hold now, alerts first. */
  readonly pins: readonly Pin[]
  /** What people have said against the rows; null: nothing. */
  readonly said: Portrait | null
  readonly stage: StandingStage & { readonly derived: DerivedStage | null }
  /** Null: there is nothing to judge by. */
  readonly health: Health | null
  /** Null: nothing was bought within twelve months. */
  readonly value: CustomerValue | null
  /** When anybody last wrote, ms; null: never. */
  readonly lastContactAtMs: number | null
  readonly openTickets: number
  /** What people wrote about treating them well; empty: nothing. */
  readonly facts: string
  /** How these are to be kept; null: ordinary words, and nobody was asked. */
  readonly factsMarks: Marks | null
  /** How they sounded lately; null: their words do not say. */
  readonly mood: Mood | null
}

/** Somebody who is likely to leave. */
export type AtRiskLine = {
  readonly customerId: string
  readonly customerName: string
  readonly organisationName: string | null
  /** Its reasons say why; null: there is nothing to judge by. */
  readonly health: Health | null
  /** A person says that they are at risk, whatever the rows say. */
  readonly isSaid: boolean
  /** Null: nothing was bought within twelve months. */
  readonly value: CustomerValue | null
  /** Their newest ticket, an open one first; null: none. */
  readonly ticketId: string | null
  readonly isOpen: boolean
}
export type AtRisk = {
  /** What would be lost most first. */
  readonly lines: readonly AtRiskLine[]
  /** How many more there are than are listed. */
  readonly others: number
}

const none = z.strictObject({})
export const portraitMethods = {
  'customers.atRisk': method({ owner: 'data', kind: 'query', input: none, output: returns<AtRisk>() }),
  'customers.countAtRisk': method({ owner: 'data', kind: 'query', input: none, output: returns<number>() }),
  'customers.portrait': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId }),
    output: returns<PortraitView | null>(),
  }),
  /** What there is to talk about beside the matter itself; nothing on a bad day. */
  'customers.topics': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId }),
    output: returns<readonly Topic[]>(),
  }),
} as const
