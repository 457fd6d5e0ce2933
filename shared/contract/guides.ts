import { z } from 'zod'
import { TicketId } from '../domain/ids.ts'
import type { Guide, GuideRun } from '../domain/guides.ts'
import type { FittingGuide } from '../rules/guides/fitting-guides.ts'
import { method, returns } from './define.ts'

/** A guide at work with the version it began with; null where that is not on this laptop yet. */
export type RunLine = GuideRun & {
  readonly guide: Guide | null
  readonly startedByName: string | null
  /** Of the guide as it is offered today; its own where there is nothing newer. */
  readonly newestVersion: number
}
export type TicketGuides = {
  /** Those that run, then those that ended, the newest first. */
  readonly runs: readonly RunLine[]
  /** What may help and is not running here, best first. */
  readonly fitting: readonly FittingGuide<Guide>[]
}

export const guideMethods = {
  /** The newest version of each guide, those in use first, by title. */
  'guides.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly Guide[]>(),
  }),
  /** Guides at work on a ticket and those that fit it; nothing for a ticket that is not here. */
  'guides.ofTicket': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketId: TicketId }),
    output: returns<TicketGuides>(),
  }),
} as const
