import type { CustomerCard } from '../../shared/contract/customers.ts'
import type { Impact } from '../../shared/domain/incidents.ts'
import type { KnownIssue } from '../../shared/domain/knowledge.ts'
import { assetInQuestion } from '../../shared/rules/diagnosis/asset-in-question.ts'

/** The known issue the ticket of a card has. */
export const linkedIssue = ({ support }: CustomerCard): KnownIssue | null =>
  support.issues.find(({ linkId }) => linkId !== null)?.issue ?? null

type Recorded = {
  readonly ticketId: string
  readonly diagnosedId: string | null
  readonly impacts: readonly Impact[]
}

/** The thing a ticket is about, for forms to begin with; null where what is recorded does not say. */
export const likelyAsset = (card: CustomerCard, recorded: Recorded): string | null =>
  assetInQuestion({
    ...recorded,
    assets: card.support.assets,
    issueProductId: linkedIssue(card)?.productId ?? null,
  })
