import { Select, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PersonalFindings } from '../../components/personal-chip.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import type { Words } from '../../data/tell-all.ts'
import { languageName } from '../../lib/format.ts'
import classes from './issues.module.css'
import { BODY } from './use-words-to-many.ts'
import type { WordsToMany } from './use-words-to-many.ts'

type WordsProps = {
  readonly label: string
  readonly words: Words
  readonly onChange: (change: (words: Words) => Words) => void
  readonly check: WordsToMany
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

/** The words with another text in this language; null: without it. */
const inOther = ({ body, variants }: Words, code: string, text: string | null): Words => ({
  body,
  variants:
    text === null
      ? variants.filter(({ language }) => language !== code)
      : variants.map(each => (each.language === code ? { ...each, body: text } : each)),
})

/** One text for all, and the same for those who read another language. */
export function WordsInLanguages({
  label,
  words,
  onChange,
  check,
  languages,
  isForOthers = false,
}: WordsProps) {
  const { t } = useTranslation()
  const { body, variants } = words
  const known = counted(languages)
  const likely = isForOthers ? LIKELY.filter(code => known.every(([each]) => each !== code)) : []
  const rest = [...known, ...likely.map(code => [code, 0] as const)].filter(([code]) =>
    variants.every(({ language }) => language !== code),
  )
  const change = (code: string, text: string | null): void => onChange(now => inOther(now, code, text))
  const area = { autosize: true, minRows: 3, maxRows: 10, dir: 'auto' as const }
  return (
    <>
      <Textarea
        {...area}
        data-autofocus
        ref={check.fieldOf(BODY)}
        label={label}
        description={t('knownIssues.wordsHint', { open: '{{', close: '}}' })}
        value={body}
        onChange={({ currentTarget: { value } }) => onChange(now => ({ ...now, body: value }))}
      />
      {variants.map(({ language, body: text }) => (
        <div key={language} className={classes['variant']}>
          <Textarea
            {...area}
            ref={check.fieldOf(language)}
            label={t('knownIssues.inLanguage', { language: languageName(language) })}
            lang={language}
            value={text}
            onChange={event => change(language, event.currentTarget.value)}
          />
          <SmallButton onClick={() => change(language, null)}>{t('knownIssues.withoutLanguage')}</SmallButton>
        </div>
      ))}
      <div>
        <PersonalFindings findings={check.findings} onTakeOut={check.takeOut} />
      </div>
      {rest.length > 0 && (
        <AddLanguage
          readers={rest}
          onAdd={language =>
            onChange(now => ({ ...now, variants: [...now.variants, { language, body: '' }] }))
          }
        />
      )}
    </>
  )
}

type AddLanguageProps = {
  /** Languages with how many read them. */
  readonly readers: readonly (readonly [string, number])[]
  readonly onAdd: (language: string) => void
}

function AddLanguage({ readers, onAdd }: AddLanguageProps) {
  const { t } = useTranslation()
  return (
    <Select
      className={classes['languages']}
      label={t('knownIssues.addLanguage')}
      placeholder={t('knownIssues.chooseLanguage')}
      value={null}
      onChange={code => code && onAdd(code)}
      data={readers.map(([code, count]) => ({
        value: code,
        label:
          count === 0
            ? languageName(code)
            : t('knownIssues.readers', { language: languageName(code), count }),
      }))}
    />
  )
}
