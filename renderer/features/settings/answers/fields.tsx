import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { WORK_KINDS } from '../../../../shared/domain/values.ts'
import type { WorkKind } from '../../../../shared/domain/values.ts'
import { knownFamily, TEMPLATE_FAMILIES } from '../../../../shared/rules/knowledge/template-families.ts'
import { languageName } from '../../../lib/format.ts'

/** Languages customers write in; one that is there already is kept whatever it is. */
const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt', 'it', 'nl', 'pl', 'cs', 'tr', 'ja', 'ko', 'hi', 'ar', 'he']

type LanguageSelectProps = {
  readonly value: string | null
  /** Words for "in every language", where that can be said. */
  readonly anyLabel?: string
  readonly onChange: (language: string | null) => void
}

export function LanguageSelect({ value, anyLabel, onChange }: LanguageSelectProps) {
  const { t } = useTranslation()
  const all = value && !LANGUAGES.includes(value) ? [value, ...LANGUAGES] : LANGUAGES
  return (
    <Select
      label={t('answers.language')}
      searchable
      clearable={anyLabel !== undefined}
      placeholder={anyLabel}
      data={all.map(code => ({ value: code, label: languageName(code) }))}
      value={value === '' ? null : value}
      onChange={onChange}
    />
  )
}

type FamilySelectProps = {
  readonly value: string | null
  readonly onChange: (family: string | null) => void
}

/** What a canned reply is for; one this version has no word for stands as it is named. */
export function FamilySelect({ value, onChange }: FamilySelectProps) {
  const { t } = useTranslation()
  const known = TEMPLATE_FAMILIES.map(family => ({
    value: family as string,
    label: t(`answers.family.${family}`),
  }))
  const isOther = value !== null && knownFamily(value) === null
  return (
    <Select
      label={t('answers.familyOf')}
      clearable
      placeholder={t('answers.noFamily')}
      data={isOther ? [...known, { value, label: value }] : known}
      value={value}
      onChange={onChange}
    />
  )
}

type KindSelectProps = {
  readonly value: WorkKind | 'other' | null
  readonly onChange: (kind: WorkKind | null) => void
}

export function KindSelect({ value, onChange }: KindSelectProps) {
  const { t } = useTranslation()
  return (
    <Select
      label={t('answers.kind')}
      clearable
      placeholder={t('answers.bothKinds')}
      data={WORK_KINDS.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
      value={value}
      onChange={next => onChange(WORK_KINDS.find(kind => kind === next) ?? null)}
    />
  )
}
