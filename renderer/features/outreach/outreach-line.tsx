import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutreachEntry } from '../../../shared/rules/outreach/choose-outreach.ts'
import { LineMenu } from '../../components/line-menu.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { decideOutreach } from '../../data/relation-intents.ts'
import { now, useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { dateOnly, roughMoney } from '../../lib/format.ts'
import { nextMonday, nextWeek, tomorrowMorning } from '../../lib/moments.ts'
import { segmentText } from '../../lib/segment-words.ts'
import { openCustomer } from '../../stores/tabs-store.ts'
import { beginTicket, closeDialog } from '../../stores/ui-store.ts'
import classes from './outreach.module.css'

/** Why this customer, in one sentence. */
function useReason({ reason, about, atMs, lastContactAtMs }: OutreachEntry): string {
  const { t } = useTranslation()
  const nowMs = useNow()
  const lastMs = lastContactAtMs ?? atMs
  // Only a contract of their own has a name.
  const key = reason === 'renewal-near' && about !== '' ? 'contract-near' : reason
  return t(`relation.outreach.because.${key}`, {
    about,
    date: dateOnly(reason === 'no-contact' ? lastMs : atMs, nowMs),
  })
}

type OutreachLineProps = { readonly entry: OutreachEntry; readonly isFirst: boolean }

/** One customer of the queue: reached with how it went, left alone, or put off. */
export function OutreachLine({ entry, isFirst }: OutreachLineProps) {
  const { t } = useTranslation()
  const [isNoting, setNoting] = useState(false)
  const reason = useReason(entry)
  const products = useLiveValue('products.list', entry.segment === null ? null : {}) ?? []
  const facts = [
    entry.organisationName,
    entry.yearlyValueMinor !== null && entry.currency !== null
      ? t('customer.contractPerYear', { amount: roughMoney(entry.yearlyValueMinor, entry.currency) })
      : null,
    entry.preferredChannel === null ? null : dynamicText(`channel.${entry.preferredChannel}`),
    entry.segment === null ? null : segmentText(entry.segment, products),
  ]
  const putOff = (untilMs: number): void => void decideOutreach(entry, { state: 'snoozed', untilMs })
  const open = (): void => {
    closeDialog()
    openCustomer(entry.customerId)
  }
  return (
    <li className={classes['entry']}>
      <div className={classes['who']}>
        <button type="button" dir="auto" onClick={open}>
          {entry.name}
        </button>
        <p dir="auto">{reason}</p>
        <p dir="auto">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <div className={classes['acts']}>
        <SmallButton
          autoFocus={isFirst}
          aria-expanded={isNoting}
          onClick={() => setNoting(noting => !noting)}
        >
          {t('relation.outreach.done')}
        </SmallButton>
        <SmallButton onClick={() => void decideOutreach(entry, { state: 'skipped' })}>
          {t('relation.outreach.skip')}
        </SmallButton>
        <LineMenu
          what={entry.name}
          actions={[
            {
              label: t('relation.outreach.write'),
              run: () => {
                open()
                beginTicket('email')
              },
            },
            { label: t('relation.outreach.tomorrow'), run: () => putOff(tomorrowMorning(now())) },
            { label: t('relation.outreach.monday'), run: () => putOff(nextMonday(now())) },
            { label: t('relation.outreach.nextWeek'), run: () => putOff(nextWeek(now())) },
          ]}
        />
      </div>
      {isNoting && <Reached entry={entry} onCancel={() => setNoting(false)} />}
    </li>
  )
}

type ReachedProps = { readonly entry: OutreachEntry; readonly onCancel: () => void }

function Reached({ entry, onCancel }: ReachedProps) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  return (
    <form
      className={classes['note']}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
      onSubmit={event => {
        event.preventDefault()
        const words = note.trim()
        void decideOutreach(entry, { state: 'done', ...(words === '' ? {} : { note: words }) })
      }}
    >
      <TextInput
        autoFocus
        dir="auto"
        aria-label={t('relation.outreach.how')}
        placeholder={t('relation.outreach.how')}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      <Button type="submit">{t('relation.outreach.reached')}</Button>
    </form>
  )
}
