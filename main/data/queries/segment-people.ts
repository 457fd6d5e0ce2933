import type { OutreachSegment } from '../../../shared/domain/outreach.ts'
import { fitsSegment, sameTier } from '../../../shared/rules/outreach/segment.ts'
import { Tags } from '../../../shared/domain/values.ts'
import type { ReadableDb, SqlValue } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { asPeople } from './family.ts'

/** People of a segment, and those of whom it is not known yet: value and VIP were not worked out here. */
export type SegmentCount = { readonly fits: number; readonly unknown: number }

type Row = {
  readonly id: string
  readonly tier: string | null
  readonly labels: string
  readonly value_band: string | null
  readonly is_vip: number | null
}

/** Whoever stands for a person: merged into nobody who is here. */
const IS_PERSON = `(c.merged_into_id IS NULL
  OR NOT EXISTS (SELECT 1 FROM customers p WHERE p.id = c.merged_into_id))`
const PEOPLE = `SELECT count(*) AS count FROM customers c WHERE ${IS_PERSON}`
const FITTING = `
  SELECT c.id, c.tier, c.labels_json AS labels, h.value_band, h.is_vip
  FROM customers c LEFT JOIN standings h ON h.customer_id = c.id
  WHERE (:tiers IS NULL OR lower(trim(c.tier)) IN (SELECT value FROM json_each(:tiers)))
    AND (:owners IS NULL OR c.id IN (SELECT value FROM json_each(:owners)))
    AND (:bands IS NULL OR h.value_band IN (SELECT value FROM json_each(:bands)))
    AND (:vip = 0 OR h.is_vip = 1)
    AND (:unknown = 0 OR h.worked_out_at_ms IS NULL)
    AND (:labels IS NULL OR EXISTS (SELECT 1 FROM json_each(c.labels_json) j
      WHERE j.value IN (SELECT value FROM json_each(:labels))))
    AND ${IS_PERSON}`
const OWNERS = `
  SELECT DISTINCT a.customer_id AS customerId, a.product_id AS productId
  FROM json_each(?) j CROSS JOIN assets a INDEXED BY assets_by_product ON a.product_id = j.value
  WHERE a.state <> 'retired'`
/** All records of people who are stood for by these. */
const RECORDS = `
  WITH RECURSIVE record (id) AS (
    SELECT value FROM json_each(?)
    UNION
    SELECT c.id FROM record r CROSS JOIN customers c INDEXED BY customers_merged ON c.merged_into_id = r.id)
  SELECT id FROM record`

const listed = (values: readonly string[] | undefined): SqlValue =>
  values === undefined || values.length === 0 ? null : JSON.stringify(values)

/** Which of these products somebody has, whatever record of theirs it stands with; null: none is asked for. */
function productsOf(
  db: ReadableDb,
  productIds: readonly string[] | undefined,
): ReadonlyMap<string, readonly string[]> | null {
  const wanted = listed(productIds)
  if (wanted === null) return null
  const had = asPeople(db, all<{ customerId: string; productId: string }>(db, OWNERS, [wanted]))
  const byPerson = new Map<string, string[]>()
  for (const { customerId, productId } of had) {
    byPerson.set(customerId, [...(byPerson.get(customerId) ?? []), productId])
  }
  return byPerson
}

/**
 * The people a segment is about, by the record that stands for each. The database leaves out most of the others, the
 * rule decides; value and VIP are as this laptop last worked them out.
 */
export const segmentPeople = (db: ReadableDb, segment: OutreachSegment): readonly string[] =>
  peopleOf(db, segment)

/** How many people a segment is about, and of how many that is not known yet. */
export function countSegmentPeople(db: ReadableDb, segment: OutreachSegment): SegmentCount {
  const { bands = [], vipOnly = false, ...rest } = segment
  const fits = peopleOf(db, segment).length
  const rests = bands.length > 0 || vipOnly
  return { fits, unknown: rests ? peopleOf(db, rest, true).length : 0 }
}

function peopleOf(db: ReadableDb, segment: OutreachSegment, onlyUnknown = false): readonly string[] {
  const products = productsOf(db, segment.productIds)
  const rows = all<Row>(db, FITTING, {
    tiers: listed(segment.tiers?.map(sameTier)),
    owners: products === null ? null : JSON.stringify([...products.keys()]),
    bands: listed(segment.bands),
    labels: listed(segment.labels),
    vip: segment.vipOnly === true ? 1 : 0,
    unknown: onlyUnknown ? 1 : 0,
  })
  const fits = ({ id, tier, labels, value_band: valueBand, is_vip: vip }: Row): boolean =>
    fitsSegment(segment, {
      tier,
      valueBand,
      labels: Tags.safeParse(JSON.parse(labels)).data ?? [],
      productIds: products?.get(id) ?? [],
      isVip: vip === 1,
    })
  return rows.filter(fits).map(({ id }) => id)
}

/** Every record of the people of a segment: what is asked of one of them may stand with any. */
export const segmentRecords = (db: ReadableDb, segment: OutreachSegment): readonly string[] =>
  all<{ id: string }>(db, RECORDS, [JSON.stringify(segmentPeople(db, segment))]).map(({ id }) => id)

/** How many people there are on this laptop. */
export const countPeople = (db: ReadableDb): number => get<{ count: number }>(db, PEOPLE)?.count ?? 0
