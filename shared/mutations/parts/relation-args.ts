import { z } from 'zod'
import { RELATION_KINDS } from '../../domain/relations.ts'
import { Line, Moment } from './args.ts'

/** What is said of a relation beside whom it joins. */
export const RelationContent = {
  kind: z.enum(RELATION_KINDS),
  note: Line.nullable(),
  sinceMs: Moment.nullable(),
}
