import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../../../shared/contract/cases.ts'
import { useAction } from '../../../data/use-action.ts'
import { count } from '../../../lib/format.ts'
import { makeId } from '../../../lib/make-id.ts'
import { closeCase } from '../../../stores/case-store.ts'
import { CaseForm } from '../cases/case-form.tsx'

type PointsFormProps = {
  readonly cases: CustomerCases
  readonly customerId: string
  readonly ticketId: string | null
}

/** The customer uses points: never more than there are. */
export function PointsForm({ cases, customerId, ticketId }: PointsFormProps) {
  const { t } = useTranslation()
  const { balance } = cases.loyalty
  const [points, setPoints] = useState(0)
  const [note, setNote] = useState('')
  const action = useAction('loyalty.book')
  const book = async (): Promise<void> => {
    const about = { customerId, ticketId, points: -points, reason: 'redeemed' as const }
    const done = await action.run({ entryId: makeId(), ...about, note: note.trim() || null })
    if (done !== null) closeCase()
  }
  return (
    <CaseForm
      action={t('cases.usePoints')}
      isReady={points > 0 && points <= balance}
      isBusy={action.isBusy}
      error={action.error}
      onSubmit={book}
    >
      <p>{t('cases.balance', { points: count(balance) })}</p>
      <NumberInput
        data-autofocus
        label={t('cases.points')}
        min={0}
        max={Math.max(0, balance)}
        allowDecimal={false}
        value={points}
        onChange={value => setPoints(Number(value) || 0)}
      />
      <TextInput
        dir="auto"
        label={t('cases.pointsFor')}
        maxLength={2_000}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
    </CaseForm>
  )
}
