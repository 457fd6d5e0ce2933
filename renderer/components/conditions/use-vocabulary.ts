import { useMemo } from 'react'
import i18next from 'i18next'
import type { Output } from '../../../shared/contract/index.ts'
import { spanOf } from '../../../shared/rules/saved-views/describe.ts'
import type { Vocabulary } from '../../../shared/rules/saved-views/describe.ts'
import {
  fieldOf,
  isFieldName,
  isOwnField,
  ME,
  MINE,
  NONE,
  ownKey,
} from '../../../shared/rules/saved-views/fields.ts'
import type { Condition } from '../../../shared/rules/saved-views/rule.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { fieldName } from '../../lib/field-name.ts'
import { formAsked } from '../../lib/form-labels.ts'
import { countryName, languageName, listText } from '../../lib/format.ts'

type Names = {
  readonly directory: Output<'directory.get'> | null
  readonly organisations: Output<'organisations.find'> | null
  readonly forms: Output<'ticketForms.list'> | null
}

/** What an operator reads like: of some fields differently than of others of their type. */
export function opText(field: string, op: string): string {
  const own = dynamicText(`view.ops.${field}.${op}`)
  if (own !== null || !isFieldName(field)) return own ?? op
  return dynamicText(`view.ops.${fieldOf(field).type}.${op}`) ?? op
}

export const fieldText = (field: string): string =>
  isOwnField(field) ? fieldName(field) : (dynamicText(`view.fields.${field}`) ?? field)

function specialText(field: string, value: string): string | null {
  if (value === ME) return i18next.t('view.me')
  if (value === MINE) return i18next.t('view.mineTeams')
  if (value !== NONE) return null
  if (field === 'owner') return i18next.t('view.nobody')
  return field === 'team' ? i18next.t('view.noTeam') : i18next.t('view.nothing')
}

/** Closed sets have their words in the locale files. */
const GROUPS: Readonly<Record<string, string>> = {
  state: 'state',
  kind: 'kind',
  priority: 'priority',
  channel: 'channel',
  stage: 'stage',
  value: 'portrait.bands',
}

function valueText(field: string, value: string, { directory, organisations, forms }: Names): string {
  if (isOwnField(field)) return formAsked(ownKey(field), value, forms ?? undefined)
  const special = specialText(field, value)
  if (special !== null) return special
  const group = GROUPS[field]
  if (group !== undefined) return dynamicText(`${group}.${value}`) ?? value
  const named = { owner: directory?.agents, team: directory?.teams, organisation: organisations ?? [] }[field]
  if (named !== undefined) return named.find(({ id }) => id === value)?.name ?? '…'
  if (field === 'language') return languageName(value)
  return field === 'country' ? countryName(value) : value
}

export function spanText(minutes: number): string {
  const { amount, unit } = spanOf(minutes)
  return i18next.t(`view.span.${unit}`, { count: amount })
}

/** Names and words for conditions; organisations are looked up for those that are named in them. */
export function useVocabulary(conditions: readonly Condition[]): Vocabulary {
  const directory = useLiveValue('directory.get', {})
  const forms = useLiveValue('ticketForms.list', {})
  const ids = conditions
    .filter(({ field }) => field === 'organisation')
    .flatMap(({ values }) => values.map(String))
    .filter(value => !value.startsWith('@'))
  const organisations = useLiveValue(
    'organisations.find',
    ids.length === 0 ? null : { text: '', ids: [...new Set(ids)], limit: 1 },
  )
  return useMemo(
    () => ({
      field: fieldText,
      op: ({ field, op }) => opText(field, op),
      value: (field, value) => valueText(field, value, { directory, organisations, forms }),
      span: spanText,
      list: listText,
      everything: i18next.t('view.everything'),
    }),
    [directory, organisations, forms],
  )
}
