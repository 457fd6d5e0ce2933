import type { Asset } from '../../../shared/domain/commerce.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { askedBy } from './asked-by.ts'
import { nameOfPerson } from './families.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

/** What leaves the hub of an opportunity: what was agreed to, and whom to call. */
export type LeavingOpportunity = {
  readonly id: string
  readonly kind: string
  readonly note: string
  readonly productName: string | null
  readonly valueMinor: number | null
  readonly currency: string | null
  readonly consentVia: string | null
  readonly consentAtMs: number | null
  readonly address: string
  readonly passedOnAtMs: number
  /** Of the act that passed it on, the same under every history; null: it came in some other way. */
  readonly passingId: string | null
  /** A history that is over may have sent it. */
  readonly mayHaveLeft: boolean
  readonly customerId: string
  readonly customerName: string
  readonly customerLanguage: string | null
  readonly organisationName: string | null
  readonly contact: string | null
}

/** Passed on to an address, with consent, and not sent yet; those that wait longest first. */
export const readOpportunitiesToSend = (
  session: Session,
  limit: number,
): Promise<readonly LeavingOpportunity[]> =>
  all<LeavingOpportunity>(
    session,
    `SELECT o.id, o.kind, o.note, p.name AS "productName", o.value_minor AS "valueMinor", o.currency,
       o.consent_via AS "consentVia", o.consent_at_ms AS "consentAtMs", o.address,
       o.passed_on_at_ms AS "passedOnAtMs", asked.id AS "passingId",
       coalesce(asked.may_have_left, false) AS "mayHaveLeft", c.id AS "customerId", ${nameOfPerson('c.id')} AS "customerName",
       c.language AS "customerLanguage",
       g.name AS "organisationName",
       (SELECT m.value FROM tandem.contact_points m
        WHERE m.workspace_id = c.workspace_id AND m.customer_id = c.id
        ORDER BY m.is_primary DESC, m.kind, m.id LIMIT 1) AS contact
     FROM tandem.opportunities o
     JOIN tandem.customers c ON c.workspace_id = o.workspace_id AND c.id = o.customer_id
     LEFT JOIN tandem.organisations g ON g.workspace_id = c.workspace_id AND g.id = c.organisation_id
     LEFT JOIN tandem.products p ON p.workspace_id = o.workspace_id AND p.id = o.product_id
     ${askedBy({ row: 'o', type: 'opportunity.passed-on', atMs: 'o.passed_on_at_ms', fact: 'opportunityId' })}
     WHERE o.workspace_id = $1 AND o.state = 'passed-on' AND o.address IS NOT NULL AND o.sent_at_ms IS NULL
       AND o.consent = 'given'
     ORDER BY o.passed_on_at_ms, o.id LIMIT $2`,
    [limit],
  )

type OpenSupport = Pick<
  Thread,
  'id' | 'ticketId' | 'kind' | 'state' | 'isPaired' | 'solvedAtMs' | 'restoredAtMs'
> & { readonly customerId: string }

/** What `silenceOf` looks at, of several customers. */
export async function readSilenceFacts(
  session: Session,
  customerIds: readonly string[],
): Promise<{
  readonly threads: readonly OpenSupport[]
  readonly down: readonly (Pick<Asset, 'id'> & { readonly customerId: string })[]
}> {
  const threads = await all<OpenSupport>(
    session,
    `SELECT id, ticket_id AS "ticketId", customer_id AS "customerId", kind, state, is_paired AS "isPaired",
       solved_at_ms AS "solvedAtMs", restored_at_ms AS "restoredAtMs"
     FROM tandem.threads
     WHERE workspace_id = $1 AND customer_id = ANY($2) AND kind = 'support' AND state NOT IN ('solved', 'closed')`,
    [customerIds],
  )
  const down = await all<{ readonly id: string; readonly customerId: string }>(
    session,
    `SELECT id, customer_id AS "customerId" FROM tandem.assets
     WHERE workspace_id = $1 AND customer_id = ANY($2) AND down_since_ms IS NOT NULL`,
    [customerIds],
  )
  return { threads, down }
}
