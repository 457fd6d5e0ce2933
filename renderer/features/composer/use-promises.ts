import { useDeferredValue, useMemo } from 'react'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { detectPromises } from '../../../shared/rules/promises/detect-promises.ts'
import type { FoundPromise } from '../../../shared/rules/promises/detect-promises.ts'
import { weekOf } from '../../../shared/rules/promises/work-week.ts'
import { useServiceLevels } from '../../data/use-service-levels.ts'
import { useNow } from '../../lib/clock.ts'
import { makeId } from '../../lib/make-id.ts'
import { patchWriting, writingOf } from '../../stores/composer-store.ts'
import type { Writing } from '../../stores/composer-store.ts'

/** A promise in the text, and what was decided about it; null: nothing yet. */
export type WrittenPromise = FoundPromise & { readonly isMeant: boolean | null; readonly id: string | null }

const MINUTE_MS = 60_000
const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** What the text that is being written promises; asked anew when the writer pauses. */
export function usePromises(writing: Writing | null, thread: Thread): readonly WrittenPromise[] {
  const body = useDeferredValue(writing?.body ?? '')
  // What is said to be in an hour moves on with the minutes, not with every tick.
  const minute = Math.floor(useNow() / MINUTE_MS)
  const calendar = useServiceLevels().calendars.get(thread.clocks?.calendarId ?? '') ?? null
  const found = useMemo(
    () =>
      body.trim() === ''
        ? []
        : detectPromises(body, {
            nowMs: minute * MINUTE_MS,
            timeZone: ownZone(),
            week: weekOf(calendar),
          }),
    [body, minute, calendar],
  )
  const decided = writing?.promises
  return useMemo(
    () =>
      found.map(each => ({
        ...each,
        isMeant: decided?.[each.key]?.isMeant ?? null,
        id: decided?.[each.key]?.id ?? null,
      })),
    [found, decided],
  )
}

/** Says of promises whether they are meant; each keeps its id, so that a second try makes no second one. */
export function decidePromises(key: string, promises: readonly WrittenPromise[], isMeant: boolean): void {
  const before = writingOf(key)?.promises ?? {}
  const decided = promises.map(
    ({ key: name }) => [name, { isMeant, id: before[name]?.id ?? makeId() }] as const,
  )
  patchWriting(key, { promises: { ...before, ...Object.fromEntries(decided) } })
}

/** One key: what nobody has decided is meant; when all are, none is. */
export function togglePromises(key: string, promises: readonly WrittenPromise[]): void {
  const rest = promises.filter(({ isMeant }) => isMeant !== true)
  if (rest.length === 0) decidePromises(key, promises, false)
  else decidePromises(key, rest, true)
}
