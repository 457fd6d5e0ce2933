import { minorDigits } from '../money.ts'
import { statesOf } from './feedback-digest.ts'
import type { DigestEntry } from './feedback-digest.ts'

/** What the digest calls things; whoever writes it brings the words. */
export type DigestWords = {
  readonly title: string
  readonly period: string
  readonly none: string
  /** Null: products are not what it is about. */
  readonly noProduct: string | null
  /** "3 customers, 5 times" */
  readonly counted: (entry: DigestEntry) => string
  /** "9,600 EUR a year"; empty when nothing is known. */
  readonly worth: (entry: DigestEntry) => string
}

/** Sentences quoted of one entry; the rest is counted. */
const QUOTED = 5
const LONGEST_QUOTE = 400

/** Signs Markdown and HTML would read as their own. */
const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>#|]/gu, sign => `\\${sign}`)

function quote(text: string): string {
  const line = text.trim().replaceAll(/\s+/gu, ' ')
  return `> ${plain(line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line)}`
}

/** The digest as Markdown: a heading for each wish, what it weighs, and what customers said, word for word. */
export function digestMarkdown(entries: readonly DigestEntry[], words: DigestWords): string {
  const parts = entries.map(entry => {
    const weight = [words.counted(entry), words.worth(entry)].filter(Boolean).join(' · ')
    // Said in the same words by many, it stands there once.
    const quotes = [...new Set(entry.items.map(({ text }) => quote(text)))].slice(0, QUOTED)
    const product = entry.productName ?? words.noProduct
    const head = `## ${product === null ? '' : `${plain(product)}: `}${plain(entry.area)}`
    return [head, weight, ...quotes].join('\n\n')
  })
  const body = parts.length === 0 ? [words.none] : parts
  return `${[`# ${plain(words.title)}`, words.period, ...body].join('\n\n')}\n`
}

export const DIGEST_COLUMNS = [
  'product',
  'area',
  'times',
  'customers',
  'value',
  'currency',
  'newest',
  'open',
  'passed on',
  'done',
] as const

const newestDay = ({ items }: DigestEntry): string => new Date(items[0]?.atMs ?? 0).toISOString().slice(0, 10)

/** The digest as rows of a table: one for each wish and currency. */
export const digestRows = (entries: readonly DigestEntry[]): (string | number | null)[][] =>
  entries.flatMap(entry => {
    const { productName, area, count, customers, values } = entry
    const row = (minor: number | null, currency: string | null) => [
      productName,
      area,
      count,
      customers,
      minor === null || currency === null ? null : minor / 10 ** minorDigits(currency),
      currency,
      newestDay(entry),
      ...statesOf(entry).map(({ count: standing }) => standing),
    ]
    return values.length === 0 ? [row(null, null)] : values.map(({ minor, currency }) => row(minor, currency))
  })
