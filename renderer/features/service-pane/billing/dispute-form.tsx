import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../../../shared/contract/cases.ts'
import type { CustomerCard } from '../../../../shared/contract/customers.ts'
import { DISPUTE_CAUSES } from '../../../../shared/domain/cases.ts'
import type { Charge } from '../../../../shared/domain/commerce.ts'
import { useAction } from '../../../data/use-action.ts'
import { now } from '../../../lib/clock.ts'
import { dateOnly, money } from '../../../lib/format.ts'
import { methodText } from '../../../lib/method-text.ts'
import { makeId } from '../../../lib/make-id.ts'
import { closeCase } from '../../../stores/case-store.ts'
import { CaseForm } from '../cases/case-form.tsx'
import classes from '../../../components/dialog-form.module.css'

type DisputeFormProps = {
  readonly card: CustomerCard
  readonly cases: CustomerCases
  readonly ticketId: string | null
  readonly chargeId: string | null
}
type Cause = (typeof DISPUTE_CAUSES)[number]
const causeOf = (value: string | null): Cause => DISPUTE_CAUSES.find(each => each === value) ?? 'other'

/** Writes down what the customer says against a charge. */
export function DisputeForm({ card, cases, ticketId, chargeId }: DisputeFormProps) {
  const { t } = useTranslation()
  const charges = card.service.charges.filter(({ state }) => state === 'captured' || state === 'pending')
  const [chosen, choose] = useState(chargeId ?? charges[0]?.id ?? null)
  const [cause, setCause] = useState<Cause>('duplicate')
  const [note, setNote] = useState('')
  const action = useAction('dispute.open')
  const open = async (): Promise<void> => {
    if (chosen === null) return
    const seen = cases.disputes.filter(each => each.chargeId === chosen).map(({ id }) => id)
    const about = { chargeId: chosen, ticketId, cause, note: note.trim() || null, seen }
    if ((await action.run({ disputeId: makeId(), ...about })) !== null) closeCase()
  }
  if (charges.length === 0) return <p className={classes['hint']}>{t('cases.noCharges')}</p>
  return (
    <CaseForm
      action={t('cases.dispute')}
      isReady={chosen !== null}
      isBusy={action.isBusy}
      error={action.error}
      onSubmit={open}
    >
      <Select
        label={t('cases.charge')}
        value={chosen}
        onChange={choose}
        allowDeselect={false}
        data={charges.map(charge => ({ value: charge.id, label: chargeLabel(card, charge) }))}
      />
      <Select
        data-autofocus
        label={t('cases.cause')}
        value={cause}
        onChange={value => setCause(causeOf(value))}
        allowDeselect={false}
        data={DISPUTE_CAUSES.map(value => ({ value, label: t(`cases.causes.${value}`) }))}
      />
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        dir="auto"
        label={t('cases.whatTheySay')}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
    </CaseForm>
  )
}

const chargeLabel = (card: CustomerCard, charge: Charge): string => {
  const invoice = card.service.invoices.find(({ id }) => id === charge.invoiceId)
  const at = dateOnly(charge.chargedAtMs, now())
  return [money(charge.amountMinor, charge.currency), invoice?.number, methodText(charge.method), at]
    .filter(Boolean)
    .join(' · ')
}
