import i18next from 'i18next'
import { csv } from '../../../shared/rules/csv.ts'
import { DIGEST_COLUMNS, digestMarkdown, digestRows } from '../../../shared/rules/recurrence/digest-text.ts'
import type { FeedbackKind } from '../../../shared/domain/feedback.ts'
import type { DigestWords } from '../../../shared/rules/recurrence/digest-text.ts'
import type { DigestEntry } from '../../../shared/rules/recurrence/feedback-digest.ts'
import { now } from '../../lib/clock.ts'
import { saveFile } from '../../lib/files.ts'
import { listText, roughMoney } from '../../lib/format.ts'

/** Currencies named beside one wish: those most of its customers pay in. */
const NAMED = 3

/** What those who want it are worth a year; empty when nobody knows. */
export const worthOf = ({ values }: DigestEntry): string =>
  listText(
    values.slice(0, NAMED).map(({ minor, currency }) => roughMoney(minor, currency)),
    'all',
  )

type About = { readonly kind: FeedbackKind; readonly days: number }

const wordsFor = ({ kind, days }: About): DigestWords => ({
  title: i18next.t(`productFeedback.title.${kind}`),
  period: i18next.t('productFeedback.period', { count: days }),
  none: i18next.t(`productFeedback.none.${kind}`),
  noProduct: kind === 'product' ? i18next.t('recurrence.noProduct') : null,
  counted: ({ count, customers, watched }) =>
    [
      i18next.t('productFeedback.times', { count }),
      i18next.t('productFeedback.customers', { count: customers }),
      ...(watched === 0 ? [] : [i18next.t('productFeedback.watched', { count: watched })]),
    ].join(' · '),
  worth: entry => {
    const value = worthOf(entry)
    return value === '' ? '' : i18next.t('productFeedback.worth', { value })
  },
})

const nameOf = ({ kind, days }: About, ending: string): string =>
  `tandem-${kind}-feedback-${new Date(now()).toISOString().slice(0, 10)}-${days}-days.${ending}`
const save = (name: string, text: string): void => saveFile(name, new TextEncoder().encode(text))

export const saveMarkdown = (entries: readonly DigestEntry[], about: About): void =>
  save(nameOf(about, 'md'), digestMarkdown(entries, wordsFor(about)))

/** Spreadsheets read UTF-8 only when the file says so. */
export const saveCsv = (entries: readonly DigestEntry[], about: About): void =>
  save(nameOf(about, 'csv'), `\uFEFF${csv(DIGEST_COLUMNS, digestRows(entries))}`)
