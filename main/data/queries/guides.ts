import type { RunLine, TicketGuides } from '../../../shared/contract/guides.ts'
import { GuideFit } from '../../../shared/domain/guides.ts'
import type { Guide } from '../../../shared/domain/guides.ts'
import { fittingGuides } from '../../../shared/rules/guides/fitting-guides.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'

const NEWEST = `
  WHERE version = (SELECT max(g.version) FROM guides g WHERE g.key = guides.key)
  ORDER BY is_active DESC, title, id`

/** The newest version of each guide. */
export const listGuides = ({ db }: QueryContext): readonly Guide[] =>
  selectRows(db, 'guides', { tail: NEWEST, params: [] })

const MOST_FITTING = 5
/** What decides whether a guide is offered: its steps are read only of those that are. */
const OFFERED = `
  SELECT id, key, title, fits_json AS fits FROM guides
  WHERE is_active = 1 AND version = (SELECT max(g.version) FROM guides g WHERE g.key = guides.key)`
type Offered = { readonly id: string; readonly key: string; readonly title: string; readonly fits: string }
/** What the customer wrote first and last says what it is about. */
const WORDS = `
  SELECT substr(body_text, 1, 8000) AS words FROM messages
  WHERE ticket_id = ? AND direction = 'in' ORDER BY written_at_ms, id LIMIT 5`
const ABOUT = `
  SELECT k.subject || ' ' || coalesce(d.symptom, '') || ' ' || coalesce(d.error_code, '') AS words,
    p.name AS product
  FROM tickets k LEFT JOIN diagnoses d ON d.ticket_id = k.id
  LEFT JOIN assets a ON a.id = d.asset_id LEFT JOIN products p ON p.id = a.product_id
  WHERE k.id = ?`
/** Without a diagnosis: what they have and what is out of order. */
const BROKEN = `
  SELECT p.name AS product FROM tickets k JOIN assets a ON a.customer_id = k.customer_id
  JOIN products p ON p.id = a.product_id WHERE k.id = ? AND a.state = 'broken' LIMIT 10`

type About = { readonly words: string; readonly product: string | null }

/** What is offered today under the key of guides at work; one that is offered no more has nothing newer. */
const NEWEST_OF = `
  SELECT old.id, g.version FROM json_each(?) j JOIN guides old ON old.id = j.value
  JOIN guides g ON g.key = old.key AND g.is_active = 1
    AND g.version = (SELECT max(h.version) FROM guides h WHERE h.key = old.key)`

function runsOf(db: ReadableDb, ticketId: string): readonly RunLine[] {
  const runs = selectRows(db, 'guideRuns', {
    tail: `WHERE ticket_id = ? ORDER BY state <> 'running', started_at_ms DESC, id DESC`,
    params: [ticketId],
  })
  const names = all<{ id: string; name: string }>(
    db,
    'SELECT id, name FROM agents WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(runs.map(({ startedBy }) => startedBy))],
  )
  const newest = all<{ id: string; version: number }>(db, NEWEST_OF, [
    JSON.stringify(runs.map(({ guideId }) => guideId)),
  ])
  const newestOf = new Map(newest.map(({ id, version }) => [id, version]))
  const byId = new Map(names.map(({ id, name }) => [id, name]))
  return runs.map(run => ({
    ...run,
    guide: selectRow(db, 'guides', { tail: 'WHERE id = ?', params: [run.guideId] }),
    startedByName: byId.get(run.startedBy ?? '') ?? null,
    newestVersion: newestOf.get(run.guideId) ?? run.version,
  }))
}

/** Guides at work on a ticket, and those that fit what is known of it. */
export function guidesOfTicket({ db }: QueryContext, ticketId: string): TicketGuides {
  const about = all<About>(db, ABOUT, [ticketId])[0]
  if (!about) return { runs: [], fitting: [] }
  const runs = runsOf(db, ticketId)
  const said = all<{ words: string }>(db, WORDS, [ticketId])
  const broken = about.product === null ? all<{ product: string }>(db, BROKEN, [ticketId]) : []
  const begun = new Set(runs.map(({ guide }) => guide?.key))
  const free = all<Offered>(db, OFFERED).flatMap(({ fits, ...guide }) => {
    const parsed = GuideFit.safeParse(JSON.parse(fits)).data
    return parsed && !begun.has(guide.key) ? [{ ...guide, fits: parsed }] : []
  })
  const fitting = fittingGuides(free, {
    text: [about.words, ...said.map(({ words }) => words)].join(' '),
    products: [...(about.product === null ? [] : [about.product]), ...broken.map(({ product }) => product)],
  })
  const offers = fitting.slice(0, MOST_FITTING).flatMap(({ guide: { id }, ...offer }) => {
    const guide = selectRow(db, 'guides', { tail: 'WHERE id = ?', params: [id] })
    return guide ? [{ ...offer, guide }] : []
  })
  return { runs, fitting: offers }
}
