import { TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/icon-button.tsx'
import { count } from '../../../lib/format.ts'
import classes from './log-view.module.css'
import type { LineSearch } from './use-line-search.ts'

type LogSearchProps = {
  readonly words: string
  readonly search: LineSearch
  /** Which of the places is shown. */
  readonly at: number
  readonly onWords: (words: string) => void
  readonly onAt: (at: number) => void
}

/** Finds words in the file: Enter goes to the next place, Shift and Enter to the one before. */
export function LogSearch({ words, search, at, onWords, onAt }: LogSearchProps) {
  const { t } = useTranslation()
  const all = search.found.length
  const go = (by: number): void => {
    if (all > 0) onAt((Math.min(at, all - 1) + by + all) % all)
  }
  const found = t('viewer.found', { at: count(Math.min(at, all - 1) + 1), count: all })
  const said = all > 0 ? found : t(search.isSearching ? 'viewer.searching' : 'viewer.nothing')
  return (
    <div className={classes['search']}>
      <TextInput
        data-autofocus
        aria-label={t('viewer.search')}
        placeholder={t('viewer.search')}
        leftSection={<IconSearch size={15} />}
        value={words}
        onChange={event => onWords(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          go(event.shiftKey ? -1 : 1)
        }}
      />
      <span className={classes['count']} role="status">
        {words.trim() === '' ? '' : said}
      </span>
      <IconButton
        label={t('viewer.previous')}
        icon={<IconChevronUp />}
        disabled={all === 0}
        onClick={() => go(-1)}
      />
      <IconButton
        label={t('viewer.next')}
        icon={<IconChevronDown />}
        disabled={all === 0}
        onClick={() => go(1)}
      />
    </div>
  )
}
