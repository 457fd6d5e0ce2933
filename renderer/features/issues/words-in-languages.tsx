import { Select, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SmallButton } from '../../components/small-button.tsx'
import type { Words } from '../../data/tell-all.ts'
import { languageName } from '../../lib/format.ts'
import classes from './issues.module.css'

type WordsProps = {
  readonly label: string
  readonly words: Words
  readonly onChange: (words: Words) => void
  /** Languages of those it goes to; null: not known. */
  readonly languages: readonly (string | null)[]
  /** It goes to people whose languages nobody here knows as well. */
  readonly isForOthers?: boolean
}

/** Languages of this console's texts: what people beyond it may well read. */
const LIKELY = ['en', 'de', 'es', 'fr', 'pt']

const base = (language: string): string => language.toLowerCase().split('-')[0] ?? ''

/** How many of them read which language, most first. */
function counted(languages: readonly (string | null)[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const language of languages)
    if (language !== null) counts.set(base(language), (counts.get(base(language)) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)
}

/** One text for all, and the same for those who read another language. */
export function WordsInLanguages({ label, words, onChange, languages, isForOthers = false }: WordsProps) {
  const { t } = useTranslation()
  const { body, variants } = words
  const known = counted(languages)
  const likely = isForOthers ? LIKELY.filter(code => known.every(([each]) => each !== code)) : []
  const rest = [...known, ...likely.map(code => [code, 0] as const)].filter(([code]) =>
    variants.every(({ language }) => language !== code),
  )
  const change = (code: string, text: string | null): void =>
    onChange({
      body,
      variants:
        text === null
          ? variants.filter(({ language }) => language !== code)
          : variants.map(each => (each.language === code ? { ...each, body: text } : each)),
    })
  const area = { autosize: true, minRows: 3, maxRows: 10, dir: 'auto' as const }
  return (
    <>
      <Textarea
        {...area}
        data-autofocus
        label={label}
        description={t('knownIssues.wordsHint', { open: '{{', close: '}}' })}
        value={body}
        onChange={event => onChange({ body: event.currentTarget.value, variants })}
      />
      {variants.map(({ language, body: text }) => (
        <div key={language} className={classes['variant']}>
          <Textarea
            {...area}
            label={t('knownIssues.inLanguage', { language: languageName(language) })}
            lang={language}
            value={text}
            onChange={event => change(language, event.currentTarget.value)}
          />
          <SmallButton onClick={() => change(language, null)}>{t('knownIssues.withoutLanguage')}</SmallButton>
        </div>
      ))}
      {rest.length > 0 && (
        <Select
          className={classes['languages']}
          label={t('knownIssues.addLanguage')}
          placeholder={t('knownIssues.chooseLanguage')}
          value={null}
          onChange={code => code && onChange({ body, variants: [...variants, { language: code, body: '' }] })}
          data={rest.map(([code, count]) => ({
            value: code,
            label:
              count === 0
                ? languageName(code)
                : t('knownIssues.readers', { language: languageName(code), count }),
          }))}
        />
      )}
    </>
  )
}
