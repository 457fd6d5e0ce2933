import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../../../shared/contract/cases.ts'
import type { CustomerCard } from '../../../../shared/contract/customers.ts'
import type { Dispute } from '../../../../shared/domain/cases.ts'
import type { Charge } from '../../../../shared/domain/commerce.ts'
import { useAction } from '../../../data/use-action.ts'
import { useLimits } from '../../../data/use-cases.ts'
import { money } from '../../../lib/format.ts'
import { closeCase } from '../../../stores/case-store.ts'
import { AmountInput } from '../../../components/amount-input.tsx'
import { CaseForm } from '../cases/case-form.tsx'
import classes from '../../../components/dialog-form.module.css'
import { LimitHint } from '../cases/limit-hint.tsx'

type CorrectFormProps = {
  readonly card: CustomerCard
  readonly cases: CustomerCases
  readonly disputeId: string
}

/** Puts another amount in the place of a disputed one. */
export function CorrectForm({ card, cases, disputeId }: CorrectFormProps) {
  const { t } = useTranslation()
  const dispute = cases.disputes.find(({ id }) => id === disputeId)
  const charge = card.service.charges.find(({ id }) => id === dispute?.chargeId)
  if (!dispute || !charge) return <p className={classes['hint']}>{t('cases.noCharges')}</p>
  return <Form dispute={dispute} charge={charge} cases={cases} />
}

type FormProps = { readonly dispute: Dispute; readonly charge: Charge; readonly cases: CustomerCases }

function Form({ dispute, charge, cases }: FormProps) {
  const { t } = useTranslation()
  // A second charge for the same thing goes back whole; of others nobody knows how much.
  const [afterMinor, setAfter] = useState(dispute.cause === 'duplicate' ? 0 : charge.amountMinor)
  const [reason, setReason] = useState('')
  const action = useAction('dispute.correct')
  const { currency } = charge
  const { correctionMinor } = useLimits(cases.allowances, currency)
  const backMinor = charge.amountMinor - afterMinor
  const correct = async (): Promise<void> => {
    const said = { afterMinor, reason: reason.trim(), seen: dispute.state }
    if ((await action.run({ disputeId: dispute.id, ...said })) !== null) closeCase()
  }
  return (
    <CaseForm
      action={t('cases.correct')}
      isReady={backMinor > 0 && reason.trim() !== ''}
      isBusy={action.isBusy}
      error={action.error}
      onSubmit={correct}
    >
      <p>
        {t('cases.charged', { amount: money(charge.amountMinor, currency) })}
        {' · '}
        {t('cases.goesBack', { amount: money(backMinor, currency) })}
      </p>
      <AmountInput
        label={t('cases.rightAmount', { currency })}
        currency={currency}
        minor={afterMinor}
        mostMinor={charge.amountMinor}
        onChange={setAfter}
      />
      <TextInput
        data-autofocus
        dir="auto"
        label={t('cases.why')}
        maxLength={2_000}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <LimitHint amountMinor={backMinor} limitMinor={correctionMinor} currency={currency} />
    </CaseForm>
  )
}
