import { Button, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpportunityLine } from '../../../shared/contract/growth.ts'
import { isAboutProduct, isOffer } from '../../../shared/rules/growth/passing-on.ts'
import type { InFront } from '../../data/front-customer.ts'
import { currencyOf, editOpportunity } from '../../data/growth-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import classes from './opportunities.module.css'
import { ProductSelect, valueOf, WorthFields, worthOf } from './opportunity-fields.tsx'

type EditFormProps = {
  readonly opportunity: OpportunityLine
  readonly who: InFront
  readonly onDone: () => void
}

/** What is written down of an opportunity, and whose it is; written where it stands. */
export function EditForm({ opportunity, who, onDone }: EditFormProps) {
  const { t } = useTranslation()
  const [note, setNote] = useState(opportunity.note)
  const [productId, setProductId] = useState(opportunity.productId)
  const [worth, setWorth] = useState(() => worthOf(opportunity, currencyOf(who)))
  const [ownerId, setOwnerId] = useState(opportunity.ownerId)
  const isOffered = isOffer(opportunity.kind)
  const hasProduct = isAboutProduct(opportunity.kind)
  const isReady = note.trim() !== ''
  const submit = async (): Promise<void> => {
    const value = isOffered ? valueOf(worth) : null
    const written = { note: note.trim(), productId: hasProduct ? productId : null, value, ownerId }
    if (await editOpportunity(opportunity, written)) onDone()
  }
  return (
    <form
      className={classes['inPlace']}
      aria-label={t('growth.editTitle')}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onDone()
      }}
      onSubmit={event => {
        event.preventDefault()
        if (isReady) void submit()
      }}
    >
      <Textarea
        autoFocus
        autosize
        minRows={2}
        maxRows={6}
        dir="auto"
        label={t('growth.words')}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      {hasProduct && <ProductSelect productId={productId} onChange={setProductId} />}
      {isOffered && <WorthFields worth={worth} onChange={setWorth} />}
      <OwnerSelect ownerId={ownerId} onChange={setOwnerId} />
      <div className={classes['actions']}>
        <Button variant="subtle" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={!isReady}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

type OwnerSelectProps = {
  readonly ownerId: string | null
  readonly onChange: (ownerId: string | null) => void
}

function OwnerSelect({ ownerId, onChange }: OwnerSelectProps) {
  const { t } = useTranslation()
  const agents = useLiveValue('directory.get', {})?.agents ?? []
  return (
    <Select
      searchable
      clearable
      label={t('growth.owner')}
      data={agents
        .filter(({ id, isActive }) => isActive || id === ownerId)
        .map(({ id, name }) => ({ value: id, label: name }))}
      value={ownerId}
      onChange={onChange}
    />
  )
}
