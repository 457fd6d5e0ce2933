import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../../shared/contract/cases.ts'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { Charge, Invoice } from '../../../shared/domain/commerce.ts'
import { Chip } from '../../components/chip.tsx'
import type { Tone } from '../../components/chip.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import { useRest } from '../../components/rest.tsx'
import { Line, Section } from '../../components/section.tsx'
import { canInsert, insertWords } from '../../data/insert-words.ts'
import { act } from '../../data/use-action.ts'
import { now, useNow } from '../../lib/clock.ts'
import { customerText } from '../../lib/customer-text.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { dateOnly, money } from '../../lib/format.ts'
import { methodText } from '../../lib/method-text.ts'
import { openCase } from '../../stores/case-store.ts'
import { DisputeLine } from './billing/dispute-line.tsx'

const SHOWN = 4
const tones: Readonly<Record<string, Tone>> = {
  overdue: 'bad',
  paid: 'good',
  disputed: 'warning',
  failed: 'bad',
}

/** Charges of one invoice beyond the first that were captured: somebody paid twice. */
const extraCharges = (invoice: Invoice, charges: readonly Charge[]): readonly Charge[] =>
  charges.filter(({ invoiceId, state }) => invoiceId === invoice.id && state === 'captured').slice(1)

type BillingProps = {
  readonly card: CustomerCard
  readonly cases: CustomerCases | null
  readonly ticketId: string | null
}
const DISPUTES_SHOWN = 3
/** Disputes that are not settled, and then the newest that are. */
const disputesOf = (cases: CustomerCases | null) =>
  (cases?.disputes ?? [])
    .filter(({ state }) => state !== 'dismissed')
    .toSorted((a, b) => Number(a.closedAtMs !== null) - Number(b.closedAtMs !== null))
    .slice(0, DISPUTES_SHOWN)

/** Invoices with what was charged on them, what is said against it and what was put right; a second charge stands out. */
export function Billing({ card, cases, ticketId }: BillingProps) {
  const { t } = useTranslation()
  const { invoices, charges } = card.service
  const { shown, last } = useRest(invoices, SHOWN)
  if (invoices.length === 0) return null
  return (
    <Section title={t('service.billing')} detail={invoices.length}>
      <ul>
        {cases &&
          disputesOf(cases).map(dispute => (
            <DisputeLine
              key={dispute.id}
              dispute={dispute}
              cases={cases}
              invoice={invoices.find(({ id }) => id === dispute.invoiceId)?.number ?? null}
              language={card.customer.language}
            />
          ))}
        {shown.map(invoice => (
          <InvoiceLine
            key={invoice.id}
            invoice={invoice}
            charges={charges}
            ticketId={ticketId}
            language={card.customer.language}
          />
        ))}
        {last}
      </ul>
    </Section>
  )
}

/** What is known about a disputed invoice, to be completed: only colleagues read it. */
function disputeNote(invoice: Invoice, charges: readonly Charge[]): string {
  const lines = charges.map(({ amountMinor, currency, state, method, chargedAtMs }) =>
    [dateOnly(chargedAtMs, now()), money(amountMinor, currency), method, state].filter(Boolean).join(' · '),
  )
  const head = i18next.t('service.disputeOf', {
    number: invoice.number,
    total: money(invoice.totalMinor, invoice.currency),
  })
  return [head, ...lines.map(line => `- ${line}`), ''].join('\n')
}

const KNOWN = ['sent', 'paid', 'overdue'] as const
const invoiceKey = ({ state }: Invoice): string => KNOWN.find(known => known === state) ?? 'other'

type InvoiceLineProps = {
  readonly invoice: Invoice
  readonly charges: readonly Charge[]
  readonly ticketId: string | null
  readonly language: string | null
}

function InvoiceLine({ invoice, charges, ticketId, language }: InvoiceLineProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const own = charges.filter(({ invoiceId }) => invoiceId === invoice.id)
  const extra = extraCharges(invoice, charges)
  const state = dynamicText(`invoiceState.${invoice.state}`) ?? invoice.state
  const twice = extra.length > 0 ? t('service.chargedTwice', { count: extra.length + 1 }) : null
  const method = methodText(own[0]?.method ?? null)
  const about = { number: invoice.number, total: money(invoice.totalMinor, invoice.currency) }
  const { customerId } = invoice
  const disputable = (extra[0] ?? own.find(each => each.state === 'captured'))?.id ?? null
  const actions = [
    disputable === null
      ? null
      : {
          label: t('cases.dispute'),
          run: () => openCase({ form: 'dispute', chargeId: disputable }, { customerId, ticketId }),
        },
    canInsert()
      ? { label: t('service.disputeNote'), run: () => insertWords(disputeNote(invoice, own), 'note') }
      : null,
    canInsert()
      ? {
          label: t('service.insertStatus'),
          run: () => insertWords(customerText(language, `invoiceSentence.${invoiceKey(invoice)}`, about)),
        }
      : null,
    { label: t('service.copyNumber'), run: () => void act('app.copyText', { text: invoice.number }) },
  ]
  return (
    <Line
      title={invoice.number}
      detail={[`${state} ${dateOnly(invoice.issuedAtMs, nowMs)}`, method, twice].filter(Boolean).join(' · ')}
      aside={
        <Chip tone={extra.length > 0 ? 'bad' : (tones[invoice.state] ?? 'plain')}>
          {money(invoice.totalMinor, invoice.currency)}
        </Chip>
      }
      quiet={<LineMenu what={invoice.number} actions={actions} />}
    />
  )
}
