import { z } from 'zod'
import { CONSENTS, SENSITIVITIES } from '../../domain/portrait.ts'
import type { Marks } from '../../domain/portrait.ts'
import { Line, Moment, PersonName, SeenValue } from './args.ts'

const said = {
  consentBy: PersonName.nullable(),
  consentHow: Line.nullable(),
  consentAtMs: Moment.nullable(),
} as const

export const MarksArgs = z
  .strictObject({ ...said, sensitivity: z.enum(SENSITIVITIES), consent: z.enum(CONSENTS) })
  .nullable()
export type MarksArgs = z.infer<typeof MarksArgs>
/** What stood there when the agent looked; it may hold values of a newer hub. */
export const SeenMarks = z
  .strictObject({ ...said, consentAtMs: z.int().nullable(), sensitivity: SeenValue, consent: SeenValue })
  .nullable()

/** As arguments again; undefined when they hold a value of a newer version, which is never written back. */
export const marksArgsOf = (marks: Marks | null): MarksArgs | undefined => MarksArgs.safeParse(marks).data
