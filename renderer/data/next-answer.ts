import i18next from 'i18next'
import type { LikelyLine } from '../../shared/contract/growth.ts'
import { now } from '../lib/clock.ts'
import { customerDate, customerText } from '../lib/customer-text.ts'
import { dynamicText } from '../lib/dynamic-text.ts'
import { dateOnly, money } from '../lib/format.ts'
import { read } from '../stores/ui-store.ts'
import { customerInFront } from './front-customer.ts'
import type { InFront } from './front-customer.ts'
import { languageOf } from './growth-intents.ts'
import { canInsert, insertWords } from './insert-words.ts'
import { live } from './live.ts'

type Values = Readonly<Record<string, string>>

/** What a reason says, in words: dates, amounts, names. */
function valuesOf({ reason }: LikelyLine): Values {
  const { about, more, atMs, amountMinor, currency } = reason
  const stage = reason.why === 'stage' ? dynamicText(`stage.${about}`) : null
  return {
    about: stage ?? about,
    more: more ?? '',
    date: typeof atMs === 'number' ? dateOnly(atMs, now()) : '',
    amount: amountMinor === undefined || currency === undefined ? '' : money(amountMinor, currency),
  }
}

export const questionText = (line: LikelyLine): string =>
  line.source === 'team' ? line.question : i18next.t(`growth.next.question.${line.key}`)

export const whyText = (line: LikelyLine): string =>
  dynamicText(`growth.next.why.${line.reason.why}`, valuesOf(line)) ?? ''

/** The answer for the customer, in their language where the product wrote it; empty when only an article answers. */
export function answerText(line: LikelyLine, language: string | null): string {
  if (line.source === 'team') return line.answer.trim()
  const hasMore = (line.reason.more ?? '') !== ''
  const key = line.key === 'issue-when' && !hasMore ? 'issue-open' : line.key
  const { atMs } = line.reason
  const date = typeof atMs === 'number' ? customerDate(language, atMs) : ''
  return customerText(language, `growth.next.answer.${key}`, { ...valuesOf(line), date })
}

export function likelyInFront(who: InFront): readonly LikelyLine[] {
  const snapshot = live.read('nextQuestions.likely', who)
  return snapshot.state === 'ready' ? snapshot.value : []
}

/** Puts the answer in at the cursor; where only an article answers, opens it. */
export function giveAnswer(line: LikelyLine, who: InFront): void {
  const words = answerText(line, languageOf(who))
  if (words !== '' && canInsert()) insertWords(words)
  else if (line.articleId !== null) read({ type: 'article', id: line.articleId })
}

export const canAnswer = (line: LikelyLine): boolean =>
  line.articleId !== null || (canInsert() && (line.source === 'standard' || line.answer.trim() !== ''))

/** The likeliest question of the customer in front that can be answered now. */
export function firstAnswer(): { readonly line: LikelyLine; readonly who: InFront } | null {
  const who = customerInFront()
  const line = who && likelyInFront(who).find(canAnswer)
  return who && line ? { line, who } : null
}
