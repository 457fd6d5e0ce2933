import { Checkbox, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Need } from '../../../../shared/domain/cases.ts'
import type { Product } from '../../../../shared/domain/commerce.ts'
import { hadBy } from '../../../../shared/rules/growth/hand-to-sales.ts'
import type { HadBy, SecondTeam } from '../../../../shared/rules/growth/hand-to-sales.ts'
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
  const [second, setSecond] = useState<SecondTeam | null>(null)
  const known = useLiveValue('opportunities.ofCustomer', { customerId: need.customerId })
  const had = known && hasAgreed ? hadBy(need.id, teamId, known) : null
  const submit = async (): Promise<void> => {
    const productId = products[0]?.id ?? null
    const agreedVia = hasAgreed ? wayNow() : null
    const handing = { note: note.trim(), productId, agreedVia, teamId, second: had && second }
    if ((await handToSales(need, handing)) !== null) onDone()
  }
  return (
    <FormInPlace
      label={t('cases.sales.title')}
      saveLabel={t('cases.sales.hand')}
      canSave={note.trim() !== '' && (!had || second !== null)}
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
      {had && <Already had={had} teamId={teamId} second={second} onSecond={setSecond} />}
    </FormInPlace>
  )
}

type AlreadyProps = {
  readonly had: HadBy
  /** To whom it is being given now. */
  readonly teamId: string | null
  readonly second: SecondTeam | null
  readonly onSecond: (second: SecondTeam) => void
}

/** Another team has it already: it goes on with the new one, or both have one each. Nothing is done unasked. */
function Already({ had, teamId, second, onSecond }: AlreadyProps) {
  const { t } = useTranslation()
  const teams = useLiveValue('directory.get', {})?.teams ?? []
  const nameOf = (id: string | null): string => teams.find(each => each.id === id)?.name ?? '…'
  const names = { first: nameOf(had.teamId), second: nameOf(teamId) }
  return (
    <Select
      size="xs"
      label={t('cases.sales.hasIt', names)}
      description={had.canMove ? undefined : t('cases.sales.cannotMove', names)}
      placeholder={t('cases.sales.choose')}
      data={[
        ...(had.canMove ? [{ value: 'move', label: t('cases.sales.move', names) }] : []),
        { value: 'both', label: t('cases.sales.both', names) },
      ]}
      value={second}
      onChange={value => value !== null && onSecond(value === 'move' ? 'move' : 'both')}
    />
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
