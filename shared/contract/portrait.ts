import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'
import type { Pin, Portrait, Preference } from '../domain/portrait.ts'
import type { Health } from '../rules/health/health.ts'
import type { DerivedStage, StandingStage } from '../rules/portrait/stage.ts'
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
}

export const portraitMethods = {
  'customers.portrait': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId }),
    output: returns<PortraitView | null>(),
  }),
} as const
