import { z } from 'zod'
import { ENGINEERING_STATES } from '../domain/incidents.ts'

/** What engineering's tracker tells the hub when one of its issues moves. Times are ms since 1970. */
export const EngineeringStatus = z.object({
  /** Name of the issue, for example 'PB-881'. Case does not count. */
  key: z.string().trim().min(1).max(100),
  title: z.string().max(2_000).default(''),
  /** The tracker's own word, shown as it is. */
  status: z.string().trim().min(1).max(200),
  state: z.enum(ENGINEERING_STATES),
  url: z
    .string()
    .max(2_000)
    .regex(/^https?:\/\/\S+$/u)
    .nullable()
    .default(null),
  fixedInVersion: z.string().max(300).nullable().default(null),
  /** When it moved; left out: now. Older news than the hub has changes nothing. */
  saidAtMs: z.int().min(0).nullable().default(null),
})
export type EngineeringStatus = z.infer<typeof EngineeringStatus>

export const EngineeringAnswer = z.object({ taken: z.boolean() })
