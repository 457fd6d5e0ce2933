import i18next from 'i18next'
import type { Output } from '../../shared/contract/index.ts'
import type { Description } from '../../shared/mutations/define.ts'
import { dynamicText } from './dynamic-text.ts'
import { fieldName, knownFieldName } from './field-name.ts'
import { formValue } from './form-labels.ts'
import { Marks } from '../../shared/domain/portrait.ts'
import { consentText } from './portrait-words.ts'
import { now } from './clock.ts'
import { languageName, money, moment } from './format.ts'
import { RELATION_GROUPS } from './relation-words.ts'

type Directory = Output<'directory.get'>

const GROUPS = [
  'state',
  'priority',
  'kind',
  'linkKind',
  'promiseState',
  'followUpState',
  'draftMode',
  'returnKind',
  'causeCategory',
  ...RELATION_GROUPS,
  'returnState',
  'cases.causes',
  'cases.goodwillKinds',
  'cases.purchase',
  'cases.limits.roles',
  'stage',
  'portrait.subjects',
  'contracts.states',
] as const

/** A value of a description in people's words. */
function spoken(key: string, value: string | number, directory: Directory | null): string {
  if ((key === 'untilMs' || key === 'dueAtMs') && typeof value === 'number') return moment(value, now())
  if (/(?:Id|By)$/.test(key)) {
    const known = [...(directory?.agents ?? []), ...(directory?.teams ?? [])].find(({ id }) => id === value)
    if (known) return known.name
  }
  if (key === 'assigneeId' || key === 'agentId' || key === 'toId')
    return directory?.agents.find(agent => agent.id === value)?.name ?? i18next.t('ticket.nobody')
  if (key === 'fields') return String(value).split(' ').map(fieldName).join(', ')
  if (key === 'teamId') return directory?.teams.find(team => team.id === value)?.name ?? ''
  if (key === 'language') return languageName(String(value))
  if (key === 'term') return dynamicText(`contracts.terms.${value}`) ?? String(value)
  for (const group of GROUPS) {
    const text = dynamicText(`${group}.${value}`)
    if (text !== null) return text
  }
  return String(value)
}

/** What an intent would have done, as a sentence. */
export function describeIntent({ key, values }: Description, directory: Directory | null): string {
  const words = Object.entries(values).map(([name, value]) => [name, spoken(name, value, directory)])
  return dynamicText(key, Object.fromEntries(words)) ?? key
}

/** An amount with its currency; null for anything else. */
function amountText(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('minor' in value) || !('currency' in value))
    return null
  const { minor, currency } = value
  return typeof minor === 'number' && typeof currency === 'string' ? money(minor, currency) : null
}

const OWN = 'fields.'
/** Values of forms by the names people gave them; null for any other field. */
function ownText(field: string, value: unknown): string | null {
  if (field.startsWith(OWN)) return isPlain(value) ? formValue(field.slice(OWN.length), value) : null
  if (field !== 'fields' || typeof value !== 'object' || value === null) return null
  const parts = Object.entries(value).flatMap(([name, each]) =>
    isPlain(each) && each !== null && each !== ''
      ? [`${knownFieldName(`${OWN}${name}`) ?? name}: ${formValue(name, each)}`]
      : [],
  )
  return parts.length === 0 ? i18next.t('attention.nothing') : parts.join(' · ')
}
const isPlain = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** What was agreed to, and how careful it is kept; null for anything else. */
function marksText(value: unknown): string | null {
  const marks = Marks.safeParse(value).data
  if (!marks) return null
  const sensitive = marks.sensitivity === 'ordinary' ? null : i18next.t('portrait.sensitive')
  return [consentText(marks, now()), sensitive].filter(Boolean).join(' · ')
}

/** Text of a plain value; anything deeper as JSON, so that nothing is hidden. */
const plainText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** A field's value in people's words, for base, mine and theirs. */
export function describeValue(field: string, value: unknown, directory: Directory | null): string {
  if (field === 'assigneeId' && (value === null || value === '')) return i18next.t('ticket.nobody')
  if (value === null || value === undefined || value === '') return i18next.t('attention.nothing')
  if (Array.isArray(value)) return value.map(each => describeValue(field, each, directory)).join(', ')
  const amount = amountText(value) ?? ownText(field, value)
  if (amount !== null) return amount
  const marks = marksText(value)
  if (marks !== null) return marks
  if (field.endsWith('Ms') && typeof value === 'number') return moment(value, now())
  return spoken(field, typeof value === 'number' ? value : plainText(value), directory)
}
