import { Button, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SearchSubject } from '../../../shared/contract/search.ts'
import type { SearchHit } from '../../../shared/contract/search.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { flagMissing } from '../../data/gap-intents.ts'
import { useIsGuest } from '../../data/guest.ts'
import { searchFor, useUi } from '../../stores/ui-store.ts'
import type { SearchScope } from '../../stores/ui-store.ts'
import { HitRow } from './hit-row.tsx'
import { HubResults } from './hub-results.tsx'
import classes from './search.module.css'
import type { Hits } from './use-hits.ts'

type SearchResultsProps = {
  readonly hits: Hits
  readonly scope: SearchScope
  readonly chosen: number
  readonly onChoose: (index: number) => void
  readonly onOpen: (hit: SearchHit) => void
}

/** Hits in groups, in the order the arrow keys walk through them. */
export function SearchResults({ hits, scope, chosen, onChoose, onOpen }: SearchResultsProps) {
  const { t } = useTranslation()
  return (
    <div className={classes['results']}>
      <div className={classes['scopes']}>
        <SegmentedControl<SearchScope>
          aria-label={t('search.scope')}
          value={scope}
          onChange={next => searchFor({ scope: next })}
          data={SearchSubject.options.map(value => ({ value, label: t(`search.scopes.${value}`) }))}
        />
      </div>
      {hits.error && <LoadFailed error={hits.error} onRetry={hits.reload} />}
      {!hits.isComplete && <p className={classes['hint']}>{t('search.indexing')}</p>}
      <Empty hits={hits} scope={scope} />
      <ul
        id="search-results"
        role="listbox"
        aria-label={t('search.results')}
        // What scrolls can be reached without a mouse; hits themselves are walked through from the box.
        tabIndex={0}
        className={classes['list']}
      >
        {hits.list.map((hit, index) => (
          <HitRow
            key={`${hit.subject}-${hit.id}`}
            id={`hit-${index}`}
            hit={hit}
            heading={
              hits.list[index - 1]?.subject === hit.subject ? null : t(`search.subjects.${hit.subject}`)
            }
            isChosen={index === chosen}
            onPoint={() => onChoose(index)}
            onOpen={() => onOpen(hit)}
          />
        ))}
      </ul>
      {(scope === 'all' || scope === 'tickets' || scope === 'customers') && <OnHub />}
    </div>
  )
}

function OnHub() {
  const text = useUi(state => state.search.text)
  return <HubResults text={text} />
}

function Empty({ hits, scope }: Pick<SearchResultsProps, 'hits' | 'scope'>) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  const text = useUi(state => state.search.text.trim())
  if (hits.list.length > 0 || hits.isWaiting || hits.error) return null
  if (text === '') return <EmptyState>{t('search.start')}</EmptyState>
  const mayBeMissing = !isGuest && (scope === 'all' || scope === 'articles')
  return (
    <EmptyState
      action={
        mayBeMissing && (
          <Button size="xs" variant="default" onClick={() => void flagMissing(text)}>
            {t('gaps.flag')}
          </Button>
        )
      }
    >
      {t('search.nothing', { text })}
    </EmptyState>
  )
}
