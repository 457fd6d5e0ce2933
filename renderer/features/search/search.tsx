import { IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../../shared/contract/search.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { Keys } from '../../components/keys.tsx'
import { warmSoon } from '../../data/warm-ticket.ts'
import { registerFocus } from '../../lib/focus-targets.ts'
import { openCustomer, openTicket } from '../../stores/tabs-store.ts'
import { read, searchFor, uiStore, useUi } from '../../stores/ui-store.ts'
import { SearchResults } from './search-results.tsx'
import classes from './search.module.css'
import { useHits } from './use-hits.ts'

/**
 * Opens what was found; `leave` takes the focus out of the search. An answer is read over the ticket at hand, and the search
 * stays for the next one.
 */
function open(hit: SearchHit, leave: () => void): void {
  if (hit.subject === 'article' || hit.subject === 'known-issue') {
    return read({ type: hit.subject, id: hit.id })
  }
  // Before anything changes: leaving a field lays out what has changed.
  leave()
  if (hit.ticketId !== null) openTicket(hit.ticketId)
  else openCustomer(hit.id)
  // The list comes back a paint after what was asked for.
  requestAnimationFrame(() => setTimeout(() => searchFor({ isOpen: false, text: '' })))
}

/** Searchbox "Search" and, while there is something in it, what it finds. */
export function Search() {
  const { t } = useTranslation()
  const { isOpen, text, scope } = useUi(state => state.search)
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState(0)
  const hits = useHits(isOpen ? text : '', scope)
  const isShowing = isOpen && (text.trim() !== '' || scope !== 'all')
  useEffect(() => registerFocus('search', () => input.current?.select()), [])
  useEffect(() => setChosen(0), [text, scope])
  const likely = hits.text === text.trim() ? (hits.list[chosen]?.ticketId ?? null) : null
  useEffect(() => (likely === null ? undefined : warmSoon([likely])), [likely])

  const close = (): void => {
    searchFor({ isOpen: false, text: '', scope: 'all' })
    uiStore.setState({ isListOpen: false })
    input.current?.blur()
  }
  // What was found is worked on next: the following key is a command, not a letter of the search.
  const openAndLeave = (hit: SearchHit): void => open(hit, () => input.current?.blur())
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return close()
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      setChosen(at => within(at + by, hits.list.length))
    }
    // Hits of the letters before do not count: one would open something else than what is written.
    const hit = hits.text === text.trim() ? hits.list[chosen] : undefined
    if (event.key === 'Enter' && hit && !event.nativeEvent.isComposing) openAndLeave(hit)
  }
  return (
    <>
      <div className={classes['box']}>
        <IconSearch aria-hidden />
        <input
          ref={input}
          type="search"
          role="searchbox"
          aria-label={t('landmarks.search')}
          aria-controls={isShowing ? 'search-results' : undefined}
          aria-activedescendant={isOpen && hits.list.length > 0 ? `hit-${chosen}` : undefined}
          placeholder={t('search.placeholder')}
          value={text}
          // An empty field keeps the side it was last written from.
          dir={text === '' ? 'ltr' : 'auto'}
          spellCheck={false}
          onFocus={() => searchFor({ isOpen: true })}
          onChange={event => searchFor({ isOpen: true, text: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        {isOpen && text !== '' ? <Clear onClear={close} /> : <OwnKey />}
      </div>
      {isShowing && (
        <SearchResults hits={hits} scope={scope} chosen={chosen} onChoose={setChosen} onOpen={openAndLeave} />
      )}
    </>
  )
}

const within = (index: number, length: number): number =>
  Math.min(Math.max(0, index), Math.max(0, length - 1))

const OwnKey = () => <Keys shortcut={shortcutFor('search.open') ?? ''} />

function Clear({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <button type="button" aria-label={t('search.clear')} onClick={onClear}>
      <IconX />
    </button>
  )
}
