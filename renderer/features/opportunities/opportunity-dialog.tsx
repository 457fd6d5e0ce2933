import { Button, Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OPPORTUNITY_KINDS } from '../../../shared/domain/growth.ts'
import type { OpportunityKind } from '../../../shared/domain/growth.ts'
import { isOffer } from '../../../shared/rules/growth/passing-on.ts'
import { Dialog } from '../../components/dialog.tsx'
import { customerInFront } from '../../data/front-customer.ts'
import type { InFront } from '../../data/front-customer.ts'
import { noteOpportunity, wayNow } from '../../data/growth-intents.ts'
import { live } from '../../data/live.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import classes from './opportunities.module.css'

/** What the customer in front may want next, or may do for us. */
export function OpportunityDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'opportunity')
  const who = isOpen ? customerInFront() : null
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('growth.noteTitle')}>
      {who && <NoteForm who={who} />}
    </Dialog>
  )
}

/** What their contract is in; sales of a customer nobody knows a currency of are noted without a price. */
function currencyOf(who: InFront): string {
  const card = live.read('customers.card', who)
  return (card.state === 'ready' ? card.value?.customer.currency : null) ?? 'EUR'
}

const CENTS = 100

function NoteForm({ who }: { readonly who: InFront }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<OpportunityKind>('upsell')
  const [productId, setProductId] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [worth, setWorth] = useState<Worth>({ amount: null, currency: currencyOf(who) })
  const [hasAgreed, setAgreed] = useState(false)
  const isPriced = isOffer(kind) && worth.amount !== null && /^[A-Z]{3}$/u.test(worth.currency)
  const submit = async (): Promise<void> => {
    const value = isPriced
      ? { minor: Math.round((worth.amount ?? 0) * CENTS), currency: worth.currency }
      : null
    const noted = { kind, note: note.trim(), productId: isOffer(kind) ? productId : null, value, hasAgreed }
    if ((await noteOpportunity(who, noted)) !== null) closeDialog()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        if (note.trim() !== '') void submit()
      }}
    >
      <Select
        label={t('growth.what')}
        data={OPPORTUNITY_KINDS.map(value => ({ value, label: t(`growth.kind.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={next => setKind(OPPORTUNITY_KINDS.find(known => known === next) ?? kind)}
      />
      {isOffer(kind) && <ProductSelect productId={productId} onChange={setProductId} />}
      <Textarea
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        dir="auto"
        label={t('growth.words')}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      {isOffer(kind) && <WorthFields worth={worth} onChange={setWorth} />}
      <Checkbox
        label={t('growth.hasAgreed', { way: dynamicText(`consentWay.${wayNow()}`) ?? '' })}
        description={t('growth.consentHow')}
        checked={hasAgreed}
        onChange={event => setAgreed(event.currentTarget.checked)}
      />
      <div className={classes['actions']}>
        <Button variant="subtle" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={note.trim() === ''}>
          {t('common.add')}
        </Button>
      </div>
    </form>
  )
}

type Worth = { readonly amount: number | null; readonly currency: string }
type WorthFieldsProps = { readonly worth: Worth; readonly onChange: (worth: Worth) => void }

function WorthFields({ worth, onChange }: WorthFieldsProps) {
  const { t } = useTranslation()
  return (
    <div className={classes['worth']}>
      <NumberInput
        label={t('growth.worth')}
        min={0}
        decimalScale={2}
        value={worth.amount ?? ''}
        onChange={amount => onChange({ ...worth, amount: typeof amount === 'number' ? amount : null })}
      />
      <TextInput
        aria-label={t('growth.currency')}
        maxLength={3}
        value={worth.currency}
        onChange={event => onChange({ ...worth, currency: event.currentTarget.value.toUpperCase() })}
      />
    </div>
  )
}

type ProductSelectProps = {
  readonly productId: string | null
  readonly onChange: (productId: string | null) => void
}

function ProductSelect({ productId, onChange }: ProductSelectProps) {
  const { t } = useTranslation()
  const products = useLiveValue('products.list', {}) ?? []
  return (
    <Select
      searchable
      clearable
      label={t('growth.product')}
      data={products.map(({ id, name }) => ({ value: id, label: name }))}
      value={productId}
      onChange={onChange}
    />
  )
}
