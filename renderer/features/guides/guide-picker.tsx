import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guide } from '../../../shared/domain/guides.ts'
import { startGuide } from '../../data/diagnosis-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import classes from './guides.module.css'

type GuidePickerProps = { readonly ticketId: string; readonly onDone: () => void }

const MOST = 8

const fits = ({ title, summary, tags }: Guide, text: string): boolean => {
  const all = [title, summary, ...tags].join(' ').toLocaleLowerCase()
  return text
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every(word => all.includes(word))
}

/** Any guide, playbook or checklist, found by its words and begun with Enter. */
export function GuidePicker({ ticketId, onDone }: GuidePickerProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const guides = useLiveValue('guides.list', {}) ?? []
  const found = guides.filter(guide => guide.isActive && fits(guide, text.trim())).slice(0, MOST)
  const chosen = found[Math.min(at, found.length - 1)]
  const start = (guide: Guide | undefined): void => {
    if (!guide) return
    void startGuide(ticketId, guide.id)
    onDone()
  }
  return (
    <div className={classes['picker']}>
      <TextInput
        autoFocus
        dir="auto"
        aria-label={t('guides.find')}
        placeholder={t('guides.find')}
        value={text}
        onChange={event => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={event => {
          if (event.key === 'Escape') onDone()
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
          if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) start(chosen)
        }}
      />
      {found.length === 0 && <p className={classes['reasons']}>{t('guides.none')}</p>}
      <ul>
        {found.map(guide => (
          <li key={guide.id}>
            <button
              type="button"
              data-chosen={guide.id === chosen?.id || undefined}
              onClick={() => start(guide)}
            >
              <span dir="auto">{guide.title}</span>
              <small dir="auto">{guide.summary}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
