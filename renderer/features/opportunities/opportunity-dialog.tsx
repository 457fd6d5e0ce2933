import { Button, Checkbox, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OPPORTUNITY_KINDS } from '../../../shared/domain/growth.ts'
import type { OpportunityKind } from '../../../shared/domain/growth.ts'
import { isAboutProduct, isOffer } from '../../../shared/rules/growth/passing-on.ts'
import { Dialog } from '../../components/dialog.tsx'
import { customerInFront } from '../../data/front-customer.ts'
import type { InFront } from '../../data/front-customer.ts'
import { currencyOf, noteOpportunity, wayNow } from '../../data/growth-intents.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import classes from './opportunities.module.css'
import { ProductSelect, valueOf, WorthFields } from './opportunity-fields.tsx'
import type { Worth } from './opportunity-fields.tsx'

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

function NoteForm({ who }: { readonly who: InFront }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<OpportunityKind>('upsell')
  const [productId, setProductId] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [worth, setWorth] = useState<Worth>(() => ({ amount: null, currency: currencyOf(who) }))
  const [hasAgreed, setAgreed] = useState(false)
  const submit = async (): Promise<void> => {
    const value = isOffer(kind) ? valueOf(worth) : null
    const about = isAboutProduct(kind) ? productId : null
    const noted = { kind, note: note.trim(), productId: about, value, hasAgreed }
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
      {isAboutProduct(kind) && <ProductSelect productId={productId} onChange={setProductId} />}
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
