import { z } from 'zod'
import { RowId } from '../../domain/ids.ts'
import { CAUSE_CATEGORIES, CAUSE_REMEDIES } from '../../domain/incidents.ts'
import { ISSUE_STATES } from '../../domain/values.ts'
import { Line, PersonName, Prose, Tag } from './args.ts'

const MOST_NAMED = 100

export const Names = z.array(Tag).max(MOST_NAMED)
/** Name of an issue in engineering's tracker, in capitals: people write one and the same in both ways. */
export const EngineeringKey = Tag.overwrite(text => text.toUpperCase())
/** An address people may open. */
export const WebAddress = Line.refine(text => /^https?:\/\/\S+$/u.test(text), { error: 'not a web address' })

/** A known issue as agents write it down. */
export const IssueFacts = z.strictObject({
  title: Line,
  productId: RowId.nullable(),
  affectedVersions: Names,
  symptoms: Prose,
  errorCodes: Names,
  workaround: Prose.nullable(),
  state: z.enum(ISSUE_STATES),
  fixedInVersion: PersonName.nullable(),
  engineeringKey: EngineeringKey.nullable(),
})

/** What an agent saw in a field of a known issue; may be of a newer hub. */
const SeenText = Prose.nullable()
const SeenNames = z.array(z.string().max(2_000)).max(1_000)

/** One field of a known issue. A field stands at most once in an intent. */
export const IssueEdit = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('title'), seen: SeenText, value: Line }),
  z.strictObject({ field: z.literal('productId'), seen: SeenText, value: RowId.nullable() }),
  z.strictObject({ field: z.literal('affectedVersions'), seen: SeenNames, value: Names }),
  z.strictObject({ field: z.literal('symptoms'), seen: SeenText, value: Prose }),
  z.strictObject({ field: z.literal('errorCodes'), seen: SeenNames, value: Names }),
  z.strictObject({ field: z.literal('workaround'), seen: SeenText, value: Prose.nullable() }),
  z.strictObject({ field: z.literal('state'), seen: SeenText, value: z.enum(ISSUE_STATES) }),
  z.strictObject({ field: z.literal('fixedInVersion'), seen: SeenText, value: PersonName.nullable() }),
  z.strictObject({ field: z.literal('engineeringKey'), seen: SeenText, value: EngineeringKey.nullable() }),
])
export type IssueEdit = z.infer<typeof IssueEdit>

/** Why it happened, as an agent writes it down. */
export const CauseFacts = z.strictObject({
  category: z.enum(CAUSE_CATEGORIES),
  evidence: Prose,
  remedy: z.enum(CAUSE_REMEDIES),
  remedyText: Prose,
  url: WebAddress.nullable(),
  assetId: RowId.nullable(),
  productId: RowId.nullable(),
  version: PersonName.nullable(),
})
export type CauseFacts = z.infer<typeof CauseFacts>
