import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Relation } from '../../shared/domain/relations.ts'
import { openDialog } from './ui-store.ts'

type PeopleState = {
  /** The record the one in front is compared with; null: it is still to be chosen. */
  readonly compareWith: string | null
  /** The relation that is changed; null: a new one is written down. */
  readonly relation: Relation | null
  /** Whether the organisation of the customer in front is changed, not looked at. */
  readonly isEditingOrganisation: boolean
}
export const peopleStore = createStore<PeopleState>(() => ({
  compareWith: null,
  relation: null,
  isEditingOrganisation: false,
}))
export const usePeople = <T>(select: (state: PeopleState) => T): T => useStore(peopleStore, select)

/** Opens the comparison of the customer in front with another record. */
export function openMerge(compareWith: string | null = null): void {
  peopleStore.setState({ compareWith })
  openDialog('merge')
}
export const compareWith = (otherId: string | null): void => peopleStore.setState({ compareWith: otherId })

export function openRelation(relation: Relation | null = null): void {
  peopleStore.setState({ relation })
  openDialog('relation')
}

export const editOrganisation = (isEditingOrganisation: boolean): void =>
  peopleStore.setState({ isEditingOrganisation })
/** Opens the organisation of the customer in front, to look at or to change. */
export function openOrganisation(isEditingOrganisation = false): void {
  editOrganisation(isEditingOrganisation)
  openDialog('organisation')
}
