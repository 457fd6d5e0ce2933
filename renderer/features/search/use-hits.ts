import { useDeferredValue, useMemo } from 'react'
import type { SearchHit } from '../../../shared/contract/search.ts'
import type { AppError } from '../../../shared/errors.ts'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { useLast } from '../../lib/use-last.ts'
import type { SearchScope } from '../../stores/ui-store.ts'

export type Hits = {
  /** What these were searched for: while the next answer is on its way, still the words before. */
  readonly text: string
  readonly list: readonly SearchHit[]
  readonly isComplete: boolean
  readonly isWaiting: boolean
  readonly error: AppError | null
  readonly reload: () => void
}

const MOST = 40
const ORDER: readonly SearchHit['subject'][] = ['ticket', 'customer', 'known-issue', 'article']

type Found = Pick<Hits, 'text' | 'list' | 'isComplete'>
const none: Found = { text: '', list: [], isComplete: true }

/** What is found as one types. While the next answer is on its way the last one stays. */
export function useHits(text: string, scope: SearchScope): Hits {
  const wanted = useDeferredValue(text.trim())
  const answer = useLiveQuery(
    'search.query',
    wanted === '' ? null : { text: wanted, subject: scope, limit: MOST },
  )
  const fresh = useMemo((): Found | null => {
    if (wanted === '') return none
    if (answer.state !== 'ready') return null
    const { hits, isComplete } = answer.value
    return {
      text: wanted,
      list: ORDER.flatMap(subject => hits.filter(hit => hit.subject === subject)),
      isComplete,
    }
  }, [wanted, answer])
  return {
    ...(useLast(fresh) ?? none),
    isWaiting: wanted !== '' && answer.state === 'loading',
    error: answer.state === 'failed' ? answer.error : null,
    reload: answer.reload,
  }
}
