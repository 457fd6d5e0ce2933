import { useTranslation } from 'react-i18next'
import { issueSymptoms } from '../../../shared/rules/issue-symptoms.ts'
import { Skeleton } from '../../components/skeleton.tsx'
import type { IssueWords } from '../../data/incident-intents.ts'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { makeId } from '../../lib/make-id.ts'
import { endWriting } from '../../stores/issue-store.ts'
import { IssueForm } from './issue-form.tsx'
import { NO_WORDS } from './issue-words.ts'

/** A new known issue, from nothing or from a ticket: then its words are there already and the ticket has it. */
export function NewIssue({ ticketId }: { readonly ticketId: string | null }) {
  return ticketId === null ? (
    <Writing initial={NO_WORDS} ticketId={null} />
  ) : (
    <FromTicket ticketId={ticketId} />
  )
}

/** Codes as people write them: "E-310", "E1042". */
const CODE = /\b[A-Z]{1,3}-?\d{2,5}\b/gu

function FromTicket({ ticketId }: { readonly ticketId: string }) {
  const view = useLiveValue('tickets.get', { ticketId })
  const customerId = view?.ticket.customerId
  const card = useLiveValue('customers.card', customerId === undefined ? null : { customerId, ticketId })
  const conversation = useLiveValue('tickets.conversation', { ticketId })
  if (!view || !card || !conversation) return <Skeleton rows={6} />
  const asset = card.support.assets.find(({ state }) => state === 'broken') ?? card.support.assets[0]
  const said = conversation.items.flatMap(item =>
    item.type === 'message' && item.message.direction === 'in' ? [item.message.bodyText] : [],
  )
  const initial: IssueWords = {
    ...NO_WORDS,
    title: view.ticket.subject,
    productId: asset?.productId ?? null,
    affectedVersions: asset?.version ? [asset.version] : [],
    symptoms: issueSymptoms(said[0] ?? '', {
      name: card.customer.name,
      organisation: card.organisation?.name ?? null,
    }),
    errorCodes: [...new Set([view.ticket.subject, ...said].join(' ').match(CODE) ?? [])].slice(0, 5),
  }
  return <Writing initial={initial} ticketId={ticketId} />
}

type WritingProps = { readonly initial: IssueWords; readonly ticketId: string | null }

function Writing({ initial, ticketId }: WritingProps) {
  const { t } = useTranslation()
  const save = async (words: IssueWords): Promise<void> => {
    const issueId = makeId()
    const items = [
      { name: 'knownIssue.create', args: { issueId, code: null, ...words } },
      ...(ticketId === null
        ? []
        : [{ name: 'ticket.linkIssue', args: { linkId: makeId(), ticketId, issueId } }]),
    ]
    if ((await act('mutations.group', { items })) !== null) endWriting(issueId)
  }
  return (
    <IssueForm
      initial={initial}
      submit={t(ticketId === null ? 'knownIssues.create' : 'knownIssues.createAndLink')}
      onSubmit={save}
      onCancel={() => endWriting(null)}
    />
  )
}
