import i18next from 'i18next'
import { isStanding, savedId } from '../../shared/contract/threads.ts'
import type { SavedView } from '../../shared/contract/views.ts'
import { narrow, ruleOf } from '../../shared/rules/saved-views/rule.ts'
import type { ViewRule } from '../../shared/rules/saved-views/rule.ts'
import { kindConditions, standingRule } from '../../shared/rules/saved-views/standing.ts'
import { uiStore } from '../stores/ui-store.ts'
import { editDraft } from '../stores/view-draft-store.ts'
import type { Sharing, ViewDraft } from '../stores/view-draft-store.ts'
import { showNotice } from './toasts.ts'
import { act } from './use-action.ts'

export const isSavedInFront = (): boolean => !isStanding(uiStore.getState().view)

const sharingOf = ({ isShared, teamIds }: SavedView): Sharing =>
  isShared ? { to: teamIds.length === 0 ? 'everybody' : 'teams', teamIds } : { to: 'me', teamIds: [] }

async function savedInFront(): Promise<SavedView | null> {
  const id = savedId(uiStore.getState().view)
  const views = id === null ? null : await act('views.list', {})
  return views?.find(view => view.id === id) ?? null
}

/** A view as it can be edited; one of a newer version is not taken apart here. */
export function draftOf(view: SavedView): ViewDraft | null {
  if (!view.body || view.unknown.length > 0) return null
  return { before: view, name: view.name, body: view.body, sharing: sharingOf(view) }
}

/** Opens the editor on the saved view in front, with the filter over it and the order it is in now. */
export async function editFront(): Promise<void> {
  const view = await savedInFront()
  const draft = view && draftOf(view)
  if (!draft) return showNotice(i18next.t('view.cannotEdit'))
  const { filter, sort } = uiStore.getState()
  const rule = narrow(draft.body.rule, filter) ?? draft.body.rule
  editDraft({ ...draft, body: { ...draft.body, rule, sort } })
}

/** Opens the editor on a new view that lists what the list in front does: view, kind and filter. */
export async function draftFromFront(): Promise<void> {
  const { view, kind, filter, sort } = uiStore.getState()
  const saved = await savedInFront()
  const from: ViewRule = isStanding(view) ? standingRule(view) : (saved?.body?.rule ?? ruleOf())
  const rule = narrow(from, [...kindConditions(kind), ...filter])
  if (!rule) return showNotice(i18next.t('view.tooLong'))
  const body = { rule, sort, columns: null }
  editDraft({ before: null, name: '', body, sharing: { to: 'me', teamIds: [] } })
}
