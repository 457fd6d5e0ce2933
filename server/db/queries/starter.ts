import type { Session } from './session.ts'
import { all } from './session.ts'

/** What a workspace has: the names people know it by, and ids. */
export type KnownNames = {
  readonly guides: readonly string[]
  readonly requiredDetails: readonly string[]
  readonly ticketForms: readonly string[]
  readonly planTemplates: readonly string[]
  readonly macros: readonly string[]
  readonly articles: readonly string[]
  readonly sharedViews: readonly string[]
}

const NAMES = `
  SELECT 'guides' AS kind, key AS name, id FROM tandem.guides WHERE workspace_id = $1
  UNION SELECT 'requiredDetails', key, id FROM tandem.required_details WHERE workspace_id = $1
  UNION SELECT 'ticketForms', kind, id FROM tandem.ticket_forms WHERE workspace_id = $1
  UNION SELECT 'planTemplates', name, id FROM tandem.plan_templates WHERE workspace_id = $1
  UNION SELECT 'macros', title, id FROM tandem.macros WHERE workspace_id = $1
  UNION SELECT 'articles', title, id FROM tandem.articles WHERE workspace_id = $1
  UNION SELECT 'sharedViews', name, id FROM tandem.shared_views WHERE workspace_id = $1`

export async function readKnownNames(session: Session): Promise<KnownNames> {
  const rows = await all<{ kind: string; name: string; id: string }>(session, NAMES)
  const of = (kind: keyof KnownNames): readonly string[] =>
    rows.flatMap(row => (row.kind === kind ? [row.name, row.id] : []))
  return {
    guides: of('guides'),
    requiredDetails: of('requiredDetails'),
    ticketForms: of('ticketForms'),
    planTemplates: of('planTemplates'),
    macros: of('macros'),
    articles: of('articles'),
    sharedViews: of('sharedViews'),
  }
}
