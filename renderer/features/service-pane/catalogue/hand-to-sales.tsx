import { Checkbox, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Need } from '../../../../shared/domain/cases.ts'
import type { Product } from '../../../../shared/domain/commerce.ts'
import { FormInPlace } from '../../../components/form-in-place.tsx'
import { wayNow } from '../../../data/growth-intents.ts'
import { handToSales } from '../../../data/sales-intents.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { dynamicText } from '../../../lib/dynamic-text.ts'

type HandToSalesProps = {
  readonly need: Need
  readonly products: readonly Product[]
  readonly onDone: () => void
}

const noteOf = ({ occasion, wishes }: Need, products: readonly Product[]): string =>
  [occasion, wishes.join(', '), products.map(({ name }) => name).join(', ')]
    .filter(words => words !== '')
    .join(' · ')

/** What sales gets to know, whether the customer agrees to it, and who takes it at once. */
export function HandToSales({ need, products, onDone }: HandToSalesProps) {
  const { t } = useTranslation()
  const [note, setNote] = useState(() => noteOf(need, products))
  const [hasAgreed, setAgreed] = useState(false)
  const [teamId, setTeamId] = useState<string | null>(null)
  const submit = async (): Promise<void> => {
    const productId = products[0]?.id ?? null
    const agreedVia = hasAgreed ? wayNow() : null
    const handing = { note: note.trim(), productId, agreedVia, teamId }
    if ((await handToSales(need, handing)) !== null) onDone()
  }
  return (
    <FormInPlace
      label={t('cases.sales.title')}
      saveLabel={t('cases.sales.hand')}
      canSave={note.trim() !== ''}
      onSave={() => void submit()}
      onCancel={onDone}
    >
      <Textarea
        autoFocus
        autosize
        minRows={2}
        maxRows={5}
        size="xs"
        dir="auto"
        label={t('cases.sales.note')}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      <Agreement {...{ hasAgreed, teamId }} onAgree={setAgreed} onTeam={setTeamId} />
    </FormInPlace>
  )
}

type AgreementProps = {
  readonly hasAgreed: boolean
  readonly teamId: string | null
  readonly onAgree: (hasAgreed: boolean) => void
  readonly onTeam: (teamId: string | null) => void
}

/** Whether they agree; a team is chosen only then. */
function Agreement({ hasAgreed, teamId, onAgree, onTeam }: AgreementProps) {
  const { t } = useTranslation()
  const teams = useLiveValue('directory.get', {})?.teams ?? []
  return (
    <>
      <Checkbox
        size="xs"
        label={t('growth.hasAgreed', { way: dynamicText(`consentWay.${wayNow()}`) ?? '' })}
        description={hasAgreed ? undefined : t('cases.sales.notAsked')}
        checked={hasAgreed}
        onChange={event => onAgree(event.currentTarget.checked)}
      />
      {hasAgreed && (
        <Select
          size="xs"
          searchable
          clearable
          label={t('cases.sales.team')}
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={teamId}
          onChange={onTeam}
        />
      )}
    </>
  )
}
