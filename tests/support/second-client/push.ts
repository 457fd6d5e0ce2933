import { askSignedIn, PROTOCOL } from './api.ts'
import type { Core } from './api.ts'
import { noticeEpoch } from './epoch.ts'
import { idsOf, put, releaseLeaving } from './rows.ts'
import type { Entry, Verdict, Work } from './state.ts'
import { json } from './wire.ts'

const PUSH_ENTRIES = 100
const PUSH_BYTES = 8 * 1024 * 1024 - 4096

export type PushAnswer = {
  readonly epoch: string
  readonly verdicts: readonly Verdict[]
  readonly hubTimeMs: number
}

/** Sends entries as they are; nothing of the answer is taken. */
export async function pushEntries(core: Core, entries: readonly Entry[]): Promise<PushAnswer> {
  const body = {
    protocol: PROTOCOL,
    clientId: core.installation.id,
    epoch: core.state.epoch,
    sentAtMs: core.now(),
    entries,
  }
  return json<PushAnswer>(await askSignedIn(core, { path: '/v1/sync/push', body }))
}

const isWaiting = (work: Work, unfinished: ReadonlySet<string>, nowMs: number): boolean =>
  work.notBeforeMs > nowMs || (work.verdict?.kind === 'waitsFor' && unfinished.has(work.verdict.waitsFor))

/** What may be sent now, in order: groups as a whole, and nothing ahead of earlier work on the same rows. */
export function sendable(outbox: readonly Work[], nowMs: number): readonly Entry[] {
  const parked = new Set(outbox.filter(work => work.isParked).map(({ entry }) => entry.mutationId))
  const taken: Entry[] = []
  const heldBack = new Set<string>()
  let bytes = 0
  const groups = new Set(outbox.map(({ entry }) => entry.groupId ?? entry.mutationId))
  for (const group of groups) {
    const members = outbox.filter(({ entry }) => (entry.groupId ?? entry.mutationId) === group)
    const size = members.reduce((sum, { entry }) => sum + Buffer.byteLength(JSON.stringify(entry)) + 1, 0)
    const ids = new Set(members.flatMap(({ entry }) => [...idsOf(entry)]))
    const isBehind = !ids.isDisjointFrom(heldBack)
    const isFull =
      taken.length + members.length > PUSH_ENTRIES || (taken.length > 0 && bytes + size > PUSH_BYTES)
    // Work goes on around parked entries; their group waits with them.
    if (members.some(({ isParked }) => isParked)) continue
    if (isBehind || isFull || members.some(work => isWaiting(work, parked, nowMs))) {
      for (const id of ids) heldBack.add(id)
      continue
    }
    bytes += size
    taken.push(...members.map(({ entry }) => entry))
  }
  return taken
}

function settle(core: Core, verdict: Verdict): void {
  const { state } = core
  const work = state.outbox.find(({ entry }) => entry.mutationId === verdict.mutationId)
  if (!work) return
  if ('rows' in verdict) for (const row of verdict.rows) put(state, row)
  const set = (change: Partial<Work>): void => {
    state.outbox = state.outbox.map(other =>
      other === work ? { ...other, verdict, isUnanswered: false, ...change } : other,
    )
  }
  switch (verdict.kind) {
    case 'done':
      state.outbox = state.outbox.filter(other => other !== work)
      state.accepted.push({ entry: work.entry, atMs: core.now() })
      return
    case 'rejected':
    case 'conflict':
    case 'gone':
      return set({ isParked: true })
    case 'waitsFor':
      return set({})
    case 'retry':
      return set({ notBeforeMs: core.now() + verdict.afterMs })
  }
}

/** Pushes what may be sent, once. Answers the verdicts; none when another epoch was noticed or nothing may go. */
export async function pushOnce(core: Core): Promise<readonly Verdict[]> {
  const entries = sendable(core.state.outbox, core.now())
  if (entries.length === 0) return []
  const before = new Map(core.state.outbox.map(work => [work.entry.mutationId, work.isUnanswered]))
  const sent = new Set(entries.map(({ mutationId }) => mutationId))
  const mark = (is: (work: Work) => boolean): void => {
    core.state.outbox = core.state.outbox.map(work =>
      sent.has(work.entry.mutationId) ? { ...work, isUnanswered: is(work) } : work,
    )
  }
  mark(() => true)
  const answer = await pushEntries(core, entries)
  // Answered: this push decided nothing under another epoch, but an earlier one may have.
  mark(({ entry }) => before.get(entry.mutationId) ?? false)
  if (noticeEpoch(core, answer.epoch)) return []
  for (const verdict of answer.verdicts) settle(core, verdict)
  releaseLeaving(core.state)
  return answer.verdicts
}

/** Pushes until nothing more may be sent. Answers all verdicts. */
export async function push(core: Core): Promise<readonly Verdict[]> {
  const all: Verdict[] = []
  for (;;) {
    const { epoch } = core.state
    const verdicts = await pushOnce(core)
    all.push(...verdicts)
    const isDecided = verdicts.some(({ kind }) => kind !== 'retry' && kind !== 'waitsFor')
    if (!isDecided && epoch === core.state.epoch) return all
  }
}
