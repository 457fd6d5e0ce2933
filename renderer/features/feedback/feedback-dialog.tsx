import { Autocomplete, Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FEEDBACK_KINDS } from '../../../shared/domain/feedback.ts'
import type { FeedbackKind } from '../../../shared/domain/feedback.ts'
import classes from '../../components/dialog-form.module.css'
import { Dialog } from '../../components/dialog.tsx'
import { currentTicket } from '../../data/current-ticket.ts'
import { customerInFront } from '../../data/front-customer.ts'
import type { InFront } from '../../data/front-customer.ts'
import { addFeedback } from '../../data/relation-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'

/** What the customer in front said about us: one dialog, two destinations. */
export function FeedbackDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'feedback')
  const who = isOpen ? customerInFront() : null
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('relation.feedback.title')}>
      {who && <FeedbackForm who={who} />}
    </Dialog>
  )
}

const EXPERIENCE_AREAS = ['delivery', 'waiting', 'people', 'price', 'information', 'returns'] as const

type Words = {
  readonly area: string
  readonly productId: string | null
  readonly text: string
  /** Empty: they said it of themselves. */
  readonly watched: string
}

function FeedbackForm({ who }: { readonly who: InFront }) {
  const { t } = useTranslation()
  // Support hears of the product, service of the experience; the other is one key away.
  const [kind, setKind] = useState<FeedbackKind>(() =>
    currentTicket()?.thread.kind === 'support' ? 'product' : 'experience',
  )
  const [words, setWords] = useState<Words>({ area: '', productId: null, text: '', watched: '' })
  const area = words.area.trim()
  const text = words.text.trim()
  const submit = async (): Promise<void> => {
    const productId = kind === 'product' ? words.productId : null
    const watched = kind === 'product' ? words.watched.trim() : ''
    const seen = watched === '' ? {} : { watched }
    if (await addFeedback({ ...who, kind, area, text, productId, ...seen })) closeDialog()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        if (area !== '' && text !== '') void submit()
      }}
    >
      <SegmentedControl<FeedbackKind>
        aria-label={t('relation.feedback.destination')}
        value={kind}
        onChange={setKind}
        data={FEEDBACK_KINDS.map(value => ({ value, label: t(`relation.feedbackKind.${value}`) }))}
      />
      <p className={classes['hint']}>{t(`relation.feedback.goes.${kind}`)}</p>
      <What kind={kind} words={words} onChange={setWords} />
      <div className={classes['actions']}>
        <Button variant="subtle" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={area === '' || text === ''}>
          {t('common.add')}
        </Button>
      </div>
    </form>
  )
}

type WhatProps = {
  readonly kind: FeedbackKind
  readonly words: Words
  readonly onChange: (words: Words) => void
}

/** What it is about, in areas that were used before, so that they can be counted. */
function What({ kind, words, onChange }: WhatProps) {
  const { t } = useTranslation()
  const products = (useLiveValue('products.list', {}) ?? []).filter(({ isActive }) => isActive)
  const said = useLiveValue('feedback.list', { kind, limit: 200 }) ?? []
  const isWatched = kind === 'product' && words.watched.trim() !== ''
  const usual = kind === 'experience' ? EXPERIENCE_AREAS.map(name => t(`relation.feedback.area.${name}`)) : []
  return (
    <>
      {kind === 'product' && (
        <Select
          label={t('relation.feedback.product')}
          data={products.map(({ id, name }) => ({ value: id, label: name }))}
          value={words.productId}
          searchable
          clearable
          onChange={productId => onChange({ ...words, productId })}
        />
      )}
      {kind === 'product' && (
        <TextInput
          dir="auto"
          label={t('relation.feedback.watched')}
          description={t('relation.feedback.watchedHow')}
          value={words.watched}
          onChange={event => onChange({ ...words, watched: event.currentTarget.value })}
        />
      )}
      <Autocomplete
        data-autofocus
        dir="auto"
        openOnFocus={false}
        label={t('relation.feedback.about')}
        data={[...new Set([...said.map(({ area }) => area), ...usual])]}
        value={words.area}
        onChange={area => onChange({ ...words, area })}
      />
      <Textarea
        autosize
        minRows={3}
        maxRows={8}
        dir="auto"
        label={t(isWatched ? 'relation.feedback.found' : 'relation.feedback.words')}
        value={words.text}
        onChange={event => onChange({ ...words, text: event.currentTarget.value })}
      />
    </>
  )
}
