import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { LocalWords } from '../../../../shared/domain/guides.ts'
import { WORD_LANGUAGES } from '../../../../shared/rules/guides/edit-guide.ts'
import { languageName } from '../../../lib/format.ts'
import classes from './guides.module.css'

type LocalWordsInputProps = {
  readonly label: string
  readonly words: LocalWords | null
  /** The first language that is shown. */
  readonly language: string
  readonly onChange: (words: LocalWords) => void
}

/** Words for customers in each language of the team; a dot tells which languages have some. */
export function LocalWordsInput({ label, words, language, onChange }: LocalWordsInputProps) {
  const all = [...new Set([...WORD_LANGUAGES, ...Object.keys(words ?? {})])]
  const [shown, setShown] = useState(all.find(each => each === language.slice(0, 2)) ?? 'en')
  const change = (text: string): void => {
    const { [shown]: _before, ...others } = words ?? {}
    onChange(text.trim() === '' ? others : { ...others, [shown]: text })
  }
  return (
    <div className={classes['local']} role="group" aria-label={label}>
      <span className={classes['localHead']}>
        <span>{label}</span>
        {all.map(each => (
          <button
            key={each}
            type="button"
            aria-pressed={each === shown}
            aria-label={`${label}: ${languageName(each)}, ${each}`}
            data-filled={words?.[each] === undefined ? undefined : true}
            onClick={() => setShown(each)}
          >
            {each}
          </button>
        ))}
      </span>
      <Textarea
        autosize
        minRows={1}
        maxRows={6}
        size="xs"
        dir="auto"
        lang={shown}
        aria-label={`${label}, ${languageName(shown)}`}
        value={words?.[shown] ?? ''}
        onChange={event => change(event.currentTarget.value)}
      />
    </div>
  )
}
