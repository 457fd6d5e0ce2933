import type { DraftMode } from '../../../shared/domain/values.ts'
import { asAppError } from '../../data/live-queries.ts'
import { seenUpTo } from '../../data/seen.ts'
import { desk } from '../../desk.ts'
import { now } from '../../lib/clock.ts'
import { makeId } from '../../lib/make-id.ts'
import { isKept, patchWriting, writingKey, writingOf } from '../../stores/composer-store.ts'
import { openSession } from '../../stores/session-store.ts'

type Place = { readonly ticketId: string; readonly mode: DraftMode }

/** Saved within a second of a pause. */
const PAUSE_MS = 600
const AGAIN_MS = 3_000
const timers = new Map<string, ReturnType<typeof setTimeout>>()
const running = new Map<string, Promise<void>>()

export function saveLater(place: Place, afterMs = PAUSE_MS): void {
  const key = writingKey(place.ticketId, place.mode)
  clearTimeout(timers.get(key))
  timers.set(
    key,
    setTimeout(() => saveSoon(place), afterMs),
  )
}

/** Saves what is not saved yet, one save at a time; what was typed meanwhile is saved after it. */
export function saveSoon(place: Place): void {
  const key = writingKey(place.ticketId, place.mode)
  clearTimeout(timers.get(key))
  if (running.has(key) || !writingOf(key)?.isDirty) return
  const save = keep(place, key).finally(() => {
    running.delete(key)
    if (writingOf(key)?.isDirty) saveLater(place, writingOf(key)?.failure === null ? PAUSE_MS : AGAIN_MS)
  })
  running.set(key, save)
}

/** Waits for a save that is under way, so that it cannot bring back a draft that is thrown away next. */
export async function settled({ ticketId, mode }: Place): Promise<void> {
  const key = writingKey(ticketId, mode)
  clearTimeout(timers.get(key))
  await running.get(key)
}

async function keep({ ticketId, mode }: Place, key: string): Promise<void> {
  const writing = writingOf(key)
  const session = openSession()
  if (!writing || !session) return
  const { draftId, body, to, cc, files } = writing
  const kept = files.filter(isKept)
  try {
    if (body === '' && to === null && cc === null && kept.length === 0) {
      if (writing.savedAtMs !== null) await desk.call('draft.discard', { draftId })
      const current = writingOf(key)
      const isStillEmpty = current?.body === '' && !current.files.some(isKept)
      // The next words get a draft of their own: a discarded one never comes back.
      return patchWriting(key, { draftId: makeId(), savedAtMs: null, isDirty: !isStillEmpty, failure: null })
    }
    const people = { to: to === null ? null : [...to], cc: cc === null ? null : [...cc] }
    const seenUpToSeq = seenUpTo(ticketId)
    await desk.call('draft.save', {
      draftId,
      clientId: session.clientId,
      ticketId,
      mode,
      body,
      ...people,
      seenUpToSeq,
      files: kept.length === 0 ? null : kept.map(({ progress: _progress, ...file }) => file),
    })
    const current = writingOf(key)
    const isSame = current?.body === body && current.to === to && current.cc === cc && current.files === files
    patchWriting(key, { savedAtMs: now(), isDirty: !isSame, failure: null })
  } catch (error) {
    patchWriting(key, { failure: asAppError(error).code })
  }
}
