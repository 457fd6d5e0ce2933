import type { InternalOutput } from '../../shared/contract/internal.ts'
import type { KeyFacts } from '../../shared/contract/session.ts'
import { isKeyDue } from '../../shared/rules/key-age.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { PlaceSecrets } from './place-secrets.ts'
import type { SessionDeps } from './session-deps.ts'

type Deps = Pick<SessionDeps, 'call' | 'folderOf'> & { readonly secrets: PlaceSecrets }

/** The key a place opens with. `settle` is called once it has opened: until then a second key is kept. */
export type OpeningKey = {
  readonly key: string
  readonly clientId: string
  readonly settle: () => Promise<void>
}

/**
 * How a key is replaced, so that a database is never without its key, wherever this ends:
 *
 *   old ──kept durably──> old and next ──data.rekey──> old and next ──opened with one of them──> that one
 *
 * A place that has two keys was interrupted or has just been locked anew: the file says which one fits.
 * Throws `db-key-wrong`: without its key a database is closed for ever, and a new key would not open it.
 */
export async function openingKey({ call, secrets, folderOf }: Deps, placeId: string): Promise<OpeningKey> {
  const keys = await secrets.findKeys(placeId)
  if (!keys) throw new AppError(ErrorCode.DbKeyWrong, 'The key of this place is gone')
  const { databaseKey, clientId, next } = keys
  if (!next) return { key: databaseKey, clientId, settle: async () => {} }
  const folder = folderOf(placeId)
  const found = await call('data.whichKey', { folder, key: databaseKey, nextKey: next.databaseKey })
  return {
    key: found.fits === 'next' ? next.databaseKey : databaseKey,
    clientId,
    settle: () => secrets.endReplacing(placeId, found),
  }
}

/** Locks the database of a place with a fresh key. The place is closed; opening it settles which key is kept. */
export async function lockWithNext({ call, secrets, folderOf }: Deps, placeId: string): Promise<void> {
  const keys = await secrets.beginReplacing(placeId)
  await call('data.rekey', { folder: folderOf(placeId), ...keys })
}

/** `maxAgeDays`: what this computer's settings allow; null: any age. */
type Age = { readonly nowMs: number; readonly maxAgeDays: number | null }

/** No rule asks for more than a fresh key every day. */
const LEAST_DAYS = 1

/** What the team allows, as the place knows it. A place that does not say is opened as it is. */
async function ruleOf({ call, folderOf }: Deps, placeId: string, key: string): Promise<number | null> {
  try {
    return (await call('data.keyRule', { folder: folderOf(placeId), key })).maxAgeDays
  } catch {
    return null
  }
}

/** Whether a place has had its key for longer than this computer's settings or the team's rule allow. */
export async function isKeyTooOld(deps: Deps, placeId: string, age: Age): Promise<boolean> {
  const keys = await deps.secrets.findKeys(placeId)
  // Two keys: one that was interrupted is settled by the opening first.
  if (!keys || keys.next) return false
  const isDue = (maxAgeDays: number | null): boolean =>
    isKeyDue({ madeAtMs: keys.madeAtMs ?? null, nowMs: age.nowMs, maxAgeDays })
  // A file is not opened twice where its key is too young for any rule.
  if (!isDue(LEAST_DAYS)) return false
  return isDue(age.maxAgeDays) || isDue(await ruleOf(deps, placeId, keys.databaseKey))
}

/** Replaces the key of a closed place that is too old; `begin` is called before. */
export async function replaceOldKey(
  deps: Deps,
  placeId: string,
  { begin, ...age }: Age & { readonly begin: () => void },
): Promise<void> {
  if (!(await isKeyTooOld(deps, placeId, age))) return
  begin()
  await lockWithNext(deps, placeId)
}

/** Bytes that are locked anew in a second, on a slow laptop. */
const BYTES_A_SECOND = 40 * 2 ** 20

export const keyFacts = (madeAtMs: number | null, needs: InternalOutput<'data.rekeyNeeds'>): KeyFacts => ({
  madeAtMs,
  ...needs,
  seconds: Math.ceil(needs.bytes / BYTES_A_SECOND) + 1,
})
