import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../../../shared/contract/cases.ts'
import { maySupervise } from '../../../../shared/rules/supervising.ts'
import { useAction } from '../../../data/use-action.ts'
import { count } from '../../../lib/format.ts'
import { makeId } from '../../../lib/make-id.ts'
import { closeCase } from '../../../stores/case-store.ts'
import { useAgent } from '../../../stores/session-store.ts'
import { CaseForm } from '../cases/case-form.tsx'

const MOST_POINTS = 1_000_000

type CreditFormProps = {
  readonly cases: CustomerCases
  readonly customerId: string
  readonly ticketId: string | null
}

/** Points that should be there and are not, with the reason. Who may not is told who may. */
export function CreditForm({ cases, customerId, ticketId }: CreditFormProps) {
  const { t } = useTranslation()
  const [points, setPoints] = useState(0)
  const [note, setNote] = useState('')
  const action = useAction('loyalty.book')
  const isAllowed = maySupervise(useAgent()?.role ?? 'other')
  const why = note.trim()
  const book = async (): Promise<void> => {
    const about = { customerId, ticketId, points, reason: 'adjusted' as const }
    const done = await action.run({ entryId: makeId(), ...about, note: why })
    if (done !== null) closeCase()
  }
  return (
    <CaseForm
      action={t('cases.creditPoints')}
      isReady={isAllowed && points > 0 && why !== ''}
      isBusy={action.isBusy}
      error={action.error}
      onSubmit={book}
    >
      <p>{t('cases.balance', { points: count(cases.loyalty.balance) })}</p>
      {!isAllowed && <p role="note">{t('cases.creditRefused')}</p>}
      <NumberInput
        data-autofocus
        label={t('cases.points')}
        min={0}
        max={MOST_POINTS}
        allowDecimal={false}
        disabled={!isAllowed}
        value={points}
        onChange={value => setPoints(Number(value) || 0)}
      />
      <TextInput
        dir="auto"
        label={t('cases.creditWhy')}
        maxLength={2_000}
        disabled={!isAllowed}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
    </CaseForm>
  )
}
