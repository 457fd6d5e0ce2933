import { SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../../../shared/contract/cases.ts'
import type { CustomerCard } from '../../../../shared/contract/customers.ts'
import { GOODWILL_KINDS } from '../../../../shared/domain/cases.ts'
import { pointsOf } from '../../../../shared/rules/cases/loyalty.ts'
import { useAction } from '../../../data/use-action.ts'
import { useLimits } from '../../../data/use-cases.ts'
import { count, money } from '../../../lib/format.ts'
import { makeId } from '../../../lib/make-id.ts'
import { closeCase } from '../../../stores/case-store.ts'
import type { GoodwillStart } from '../../../stores/case-store.ts'
import { useAgent } from '../../../stores/session-store.ts'
import { AmountInput } from '../../../components/amount-input.tsx'
import { CaseForm } from '../cases/case-form.tsx'
import classes from '../../../components/dialog-form.module.css'
import { AllowanceLeft } from './allowance-left.tsx'

type GoodwillFormProps = {
  readonly card: CustomerCard
  readonly cases: CustomerCases
  readonly ticketId: string | null
  readonly start: GoodwillStart | null
}
type Kind = (typeof GOODWILL_KINDS)[number]
const FALLBACK_CURRENCY = 'EUR'

/** A gesture of goodwill with its reason; what is left of the own allowance stands beside the amount. */
export function GoodwillForm({ card, cases, ticketId, start }: GoodwillFormProps) {
  const { t } = useTranslation()
  const agentId = useAgent()?.id
  const currency = card.customer.currency ?? card.service.orders[0]?.currency ?? FALLBACK_CURRENCY
  const [kind, setKind] = useState<Kind>('voucher')
  const [amountMinor, setAmount] = useState(start?.amountMinor ?? 0)
  const [reason, setReason] = useState(start?.reason ?? '')
  const action = useAction('goodwill.give')
  const limits = useLimits(cases.allowances, currency)
  const spentMinor = cases.spent.find(each => each.currency === currency)?.minor ?? 0
  const give = async (): Promise<void> => {
    if (agentId === undefined) return
    const about = { customerId: card.customer.id, ticketId, agentId, kind, amountMinor, currency }
    if ((await action.run({ goodwillId: makeId(), ...about, reason: reason.trim() })) !== null) closeCase()
  }
  return (
    <CaseForm
      action={t('cases.give')}
      isReady={amountMinor > 0 && reason.trim() !== ''}
      isBusy={action.isBusy}
      error={action.error}
      onSubmit={give}
    >
      <SegmentedControl<Kind>
        aria-label={t('cases.goodwillKind')}
        value={kind}
        onChange={setKind}
        data={GOODWILL_KINDS.map(value => ({ value, label: t(`cases.goodwillKinds.${value}`) }))}
      />
      <AmountInput
        label={t('service.caseAmount', { currency })}
        isFirst
        currency={currency}
        minor={amountMinor}
        onChange={setAmount}
      />
      {kind === 'points' && (
        <p className={classes['hint']}>
          {t('cases.asPoints', {
            amount: money(amountMinor, currency),
            points: count(pointsOf(amountMinor)),
          })}
        </p>
      )}
      <TextInput
        dir="auto"
        label={t('cases.why')}
        maxLength={2_000}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <AllowanceLeft {...{ amountMinor, spentMinor, limits, currency }} />
    </CaseForm>
  )
}
