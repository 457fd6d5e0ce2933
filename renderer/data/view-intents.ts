import { savedRef } from '../../shared/contract/threads.ts'
import type { SortName } from '../../shared/contract/threads.ts'
import type { SavedView } from '../../shared/contract/views.ts'
import { SAVED_SORTS } from '../../shared/rules/saved-views/fields.ts'
import { makeId } from '../lib/make-id.ts'
import { showView, uiStore } from '../stores/ui-store.ts'
import type { Sharing, ViewDraft } from '../stores/view-draft-store.ts'
import { act } from './use-action.ts'

/** Brings a saved view to the front, in its order and with its columns. */
export function showSaved({ id, body }: Pick<SavedView, 'id' | 'body'>): void {
  showView(savedRef(id))
  const sort: SortName | undefined = SAVED_SORTS.find(each => each === body?.sort)
  uiStore.setState({ ...(sort && { sort }), columns: body?.columns ?? null })
}

const sharedWith = ({ to, teamIds }: Sharing): { teamIds: string[] } | null =>
  to === 'me' ? null : { teamIds: to === 'teams' ? [...teamIds] : [] }

async function create(
  { name, body, sharing }: ViewDraft,
  views: readonly SavedView[],
): Promise<string | null> {
  const viewId = makeId()
  const others = views.filter(({ isShared }) => isShared === (sharing.to !== 'me'))
  const position = Math.max(0, ...others.map(each => each.position)) + 1
  const args = { viewId, sharedWith: sharedWith(sharing), name: name.trim(), body, position }
  return (await act('view.create', args)) === null ? null : viewId
}

/** Another place to live: out of one table into the other, in one step for everybody. */
async function moveOver({ name, body, sharing }: ViewDraft, before: SavedView): Promise<string | null> {
  const { id: viewId, isShared, position } = before
  const made = { viewId, sharedWith: sharedWith(sharing), name: name.trim(), body, position }
  const items = [
    { name: 'view.create', args: made },
    { name: 'view.remove', args: { viewId, isShared, name: before.name } },
  ]
  return (await act('mutations.group', { items })) === null ? null : viewId
}

async function change({ name, body, sharing }: ViewDraft, before: SavedView): Promise<string | null> {
  const teamIds = sharedWith(sharing)?.teamIds ?? []
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  const done = await act('view.edit', {
    viewId: before.id,
    isShared: before.isShared,
    name: name.trim() === before.name ? null : { seen: before.name, value: name.trim() },
    body: isSame(body, before.body) ? null : { seen: before.stored, value: body },
    teamIds:
      before.isShared && !isSame(teamIds, before.teamIds)
        ? { seen: [...before.teamIds], value: teamIds }
        : null,
    position: null,
  })
  return done === null ? null : before.id
}

/** Keeps a view as it was written, and shows it. False: it could not be kept. */
export async function keepView(draft: ViewDraft, views: readonly SavedView[]): Promise<boolean> {
  const { before, sharing } = draft
  const isMoved = before !== null && before.isShared !== (sharing.to !== 'me')
  const id = before === null ? await create(draft, views) : await (isMoved ? moveOver : change)(draft, before)
  if (id === null) return false
  showSaved({ id, body: draft.body })
  return true
}

/** Throws a view away; the list goes on with the agent's own work. Undo brings it back. */
export async function removeView({ id, isShared, name }: SavedView): Promise<void> {
  const done = await act('view.remove', { viewId: id, isShared, name })
  if (done !== null && uiStore.getState().view === savedRef(id)) showView('mine')
}

/** Puts a view one place up or down among its like. */
export async function stepView(view: SavedView, by: 1 | -1, views: readonly SavedView[]): Promise<void> {
  const like = views.filter(({ isShared }) => isShared === view.isShared)
  const at = like.findIndex(({ id }) => id === view.id)
  const [near, far] = [like[at + by], like[at + 2 * by]]
  if (!near) return
  const position = far ? (near.position + far.position) / 2 : near.position + by
  const nothing = { name: null, body: null, teamIds: null }
  await act('view.edit', { viewId: view.id, isShared: view.isShared, ...nothing, position })
}
