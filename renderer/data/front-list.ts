import type { KindFilter, SortName, ViewRef } from '../../shared/contract/threads.ts'
import type { Condition } from '../../shared/rules/saved-views/rule.ts'
import { uiStore } from '../stores/ui-store.ts'

type ListOf = {
  readonly view: ViewRef
  readonly filter: readonly Condition[]
  readonly kind: KindFilter
  readonly sort: SortName
}
export type ListInput = {
  readonly view: ViewRef
  readonly kind: KindFilter
  readonly sort: SortName
  readonly filter?: Condition[]
}

/** A list as queries are asked for it; without a filter it is the same question as ever. */
export const listOf = ({ filter, ...rest }: ListOf): ListInput =>
  filter.length === 0 ? rest : { ...rest, filter: [...filter] }

/** The list in front. */
export function frontList(): ListInput {
  const { view, filter, kind, sort } = uiStore.getState()
  return listOf({ view, filter, kind, sort })
}
