import { z } from 'zod'
import { TICKET_KINDS } from '../../rules/work-kind.ts'

/** What the triage said when a person decided. */
export const Suggested = z.enum([...TICKET_KINDS, 'unsure'])
