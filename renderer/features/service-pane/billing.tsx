import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { Charge, Invoice } from '../../../shared/domain/commerce.ts'
import { Chip } from '../../components/chip.tsx'
import type { Tone } from '../../components/chip.tsx'
import { Line, Section } from '../../components/section.tsx'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { dateOnly, money } from '../../lib/format.ts'

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

/** Invoices with what was charged on them; a second charge stands out. */
export function Billing({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const { invoices, charges } = card.service
  if (invoices.length === 0) return null
  return (
    <Section title={t('service.billing')} detail={invoices.length}>
      <ul>
        {invoices.slice(0, SHOWN).map(invoice => (
          <InvoiceLine key={invoice.id} invoice={invoice} charges={charges} />
        ))}
      </ul>
    </Section>
  )
}

function InvoiceLine({
  invoice,
  charges,
}: {
  readonly invoice: Invoice
  readonly charges: readonly Charge[]
}) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const own = charges.filter(({ invoiceId }) => invoiceId === invoice.id)
  const extra = extraCharges(invoice, charges)
  const state = dynamicText(`invoiceState.${invoice.state}`) ?? invoice.state
  const twice = extra.length > 0 ? t('service.chargedTwice', { count: extra.length + 1 }) : null
  const method = own[0]?.method ?? null
  return (
    <Line
      title={invoice.number}
      detail={[`${state} ${dateOnly(invoice.issuedAtMs, nowMs)}`, method, twice].filter(Boolean).join(' · ')}
      aside={
        <Chip tone={extra.length > 0 ? 'bad' : (tones[invoice.state] ?? 'plain')}>
          {money(invoice.totalMinor, invoice.currency)}
        </Chip>
      }
    />
  )
}
