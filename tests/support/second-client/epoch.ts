import type { Core } from './api.ts'

const KEPT_MS = 14 * 86_400_000

/**
 * Another history of the hub: what it may have lost goes back into the outbox ahead of everything, and rows come by
 * snapshot. Answers whether it is another one; the answer that said so is then not to be used.
 */
export function noticeEpoch(core: Core, epoch: string): boolean {
  if (epoch === core.state.epoch) return false
  startAgain(core, epoch)
  return true
}

/** Puts what was accepted back ahead of what is unsent, and forgets where pulling stood. */
export function startAgain({ state, now }: Core, epoch: string): void {
  const again = state.accepted
    .filter(({ atMs }) => now() - atMs < KEPT_MS)
    .map(({ entry }) => ({
      entry: { ...entry, replayed: true },
      verdict: null,
      isParked: false,
      isUnanswered: false,
      notBeforeMs: 0,
    }))
  // Numbers of another history mean nothing: whatever the new one says is newer.
  for (const [key, held] of state.rows) state.rows.set(key, { ...held, version: 0 })
  // What was sent and not answered may have been accepted by the former history.
  const waiting = state.outbox.map(work =>
    work.isUnanswered ? { ...work, entry: { ...work.entry, replayed: true }, isUnanswered: false } : work,
  )
  state.outbox = [...again, ...waiting]
  state.accepted = []
  state.snapshot = null
  state.cursor = null
  state.upTo = 0
  state.epoch = epoch
}
