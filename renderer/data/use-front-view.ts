import { useTranslation } from 'react-i18next'
import { isStanding, savedId } from '../../shared/contract/threads.ts'
import type { KindFilter, ViewRef } from '../../shared/contract/threads.ts'
import type { SavedView, ViewCount } from '../../shared/contract/views.ts'
import { count } from '../lib/format.ts'
import { useUi } from '../stores/ui-store.ts'
import { useLiveValue } from './use-live-query.ts'

export type FrontView = {
  readonly ref: ViewRef
  readonly name: string
  /** Null for a standing view, and for one that is not there (any more). */
  readonly saved: SavedView | null
  /** Somebody has thrown it away, or shares it with others now. */
  readonly isGone: boolean
}

/** The view in front, by name. */
export function useFrontView(): FrontView {
  const { t } = useTranslation()
  const ref = useUi(state => state.view)
  const views = useLiveValue('views.list', isStanding(ref) ? null : {})
  if (isStanding(ref)) return { ref, name: t(`views.${ref}`), saved: null, isGone: false }
  const saved = views?.find(({ id }) => id === savedId(ref)) ?? null
  const isGone = views !== null && saved === null
  return { ref, name: saved?.name ?? (isGone ? t('view.gone') : ''), saved, isGone }
}

/** Counts of the list in front, whatever view and filter it shows; null until they are known. */
export function useFrontCounts(): ViewCount | null {
  const view = useUi(state => state.view)
  const filter = useUi(state => state.filter)
  const isPlain = isStanding(view) && filter.length === 0
  const standing = useLiveValue('threads.counts', isPlain ? {} : null)
  const asked = useLiveValue('views.count', isPlain ? null : { view, filter: [...filter] })
  if (!isPlain) return asked
  return standing && isStanding(view) ? { ...standing[view], isWhole: true } : null
}

/** A count as people read it: "12", and "500+" where there are at least so many. */
export function shownCount(counts: ViewCount | null | undefined, kind: KindFilter): string {
  if (!counts) return ''
  return counts.isWhole ? count(counts[kind]) : `${count(counts[kind])}+`
}
