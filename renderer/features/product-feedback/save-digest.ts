import i18next from 'i18next'
import { csv } from '../../../shared/rules/csv.ts'
import { DIGEST_COLUMNS, digestMarkdown, digestRows } from '../../../shared/rules/recurrence/digest-text.ts'
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

const wordsFor = (days: number): DigestWords => ({
  title: i18next.t('productFeedback.title'),
  period: i18next.t('productFeedback.period', { count: days }),
  none: i18next.t('productFeedback.none'),
  noProduct: i18next.t('recurrence.noProduct'),
  counted: ({ count, customers }) =>
    [
      i18next.t('productFeedback.times', { count }),
      i18next.t('productFeedback.customers', { count: customers }),
    ].join(' · '),
  worth: entry => {
    const value = worthOf(entry)
    return value === '' ? '' : i18next.t('productFeedback.worth', { value })
  },
})

const nameOf = (days: number, ending: string): string =>
  `tandem-product-feedback-${new Date(now()).toISOString().slice(0, 10)}-${days}-days.${ending}`
const save = (name: string, text: string): void => saveFile(name, new TextEncoder().encode(text))

export const saveMarkdown = (entries: readonly DigestEntry[], days: number): void =>
  save(nameOf(days, 'md'), digestMarkdown(entries, wordsFor(days)))

/** Spreadsheets read UTF-8 only when the file says so. */
export const saveCsv = (entries: readonly DigestEntry[], days: number): void =>
  save(nameOf(days, 'csv'), `\uFEFF${csv(DIGEST_COLUMNS, digestRows(entries))}`)
