import { askSignedIn } from './api.ts'
import type { Core } from './api.ts'
import { noticeEpoch, startAgain } from './epoch.ts'
import type { FeedEntry } from './rows.ts'
import { forget, letGo, put, releaseLeaving, take } from './rows.ts'
import type { WireRow } from './state.ts'
import { keyOf } from './state.ts'
import { HubError, json } from './wire.ts'

export type Page = {
  readonly kind: 'page'
  readonly epoch: string
  readonly entries: readonly FeedEntry[]
  readonly cursor: string
  readonly more: boolean
  readonly hubTimeMs: number
  readonly upTo: number
}
export type PullAnswer =
  | Page
  | { readonly kind: 'snapshot-needed'; readonly epoch: string; readonly reason: string }

/** One page as the hub answers it; nothing is taken. */
export async function pullPage(core: Core, limit = 1000): Promise<PullAnswer> {
  const { cursor } = core.state
  const from = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
  return json<PullAnswer>(await askSignedIn(core, { path: `/v1/sync/pull?limit=${limit}${from}` }))
}

/** Pulls to the end, by way of snapshots where the hub wants one. Answers the reasons of those. */
export async function pull(core: Core, { limit = 1000 } = {}): Promise<readonly string[]> {
  const reasons: string[] = []
  for (;;) {
    if (core.state.snapshot) await snapshot(core)
    const answer = await pullPage(core, limit)
    if (noticeEpoch(core, answer.epoch)) {
      reasons.push('epoch')
      await snapshot(core)
      continue
    }
    if (answer.kind === 'snapshot-needed') {
      // The cursor is from a future this history never had.
      if (answer.reason === 'epoch') startAgain(core, answer.epoch)
      reasons.push(answer.reason)
      await snapshot(core)
      continue
    }
    // Rows and cursor together: nothing may come in between, so nothing is awaited.
    for (const entry of answer.entries) take(core.state, entry)
    releaseLeaving(core.state)
    core.state.cursor = answer.cursor
    core.state.upTo = answer.upTo
    core.hasPulled = true
    if (!answer.more) return reasons
  }
}

export type Head = {
  readonly epoch: string
  readonly asOf: number
  readonly cursor: string
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: number
  readonly next: string | null
  readonly expectedRows: number
  readonly erased?: readonly string[]
}
export type Part = {
  readonly head: Head
  readonly rows: readonly WireRow[]
  readonly wireBytes: number
  readonly bytes: number
}

/** One part as the hub answers it; nothing is taken. */
export async function snapshotPart(core: Core, position: string | null): Promise<Part> {
  const query = position === null ? 'own=1' : `position=${encodeURIComponent(position)}`
  const path = `/v1/sync/snapshot?${query}&since=${core.state.upTo}`
  const answer = await askSignedIn(core, { path })
  const [first = '', ...lines] = answer.body
    .toString()
    .split('\n')
    .filter(line => line !== '')
  const head = JSON.parse(first) as Head
  if (lines.length !== head.rows) throw new Error(`The head says ${head.rows} rows, ${lines.length} came`)
  const rows = lines.map(line => {
    const values = JSON.parse(line) as readonly unknown[]
    return Object.fromEntries(head.columns.map((column, index) => [column, values[index]])) as WireRow
  })
  return { head, rows, wireBytes: answer.wireBytes, bytes: answer.body.length }
}

/** Takes the next part. Answers whether it was the last. */
export async function snapshotStep(core: Core): Promise<boolean> {
  const { state } = core
  const { head, rows } = await snapshotPart(core, state.snapshot?.position ?? null)
  if (noticeEpoch(core, head.epoch)) return false
  const named = state.snapshot?.named ?? new Set<string>()
  for (const row of rows) {
    named.add(keyOf(head.table, row.id))
    put(state, { table: head.table, id: row.id, version: head.asOf, row })
  }
  if (head.next !== null) {
    state.snapshot = { position: head.next, asOf: head.asOf, named }
    return false
  }
  for (const customerId of head.erased ?? []) forget(state, customerId)
  const unnamed = [...state.rows].filter(([key, { version }]) => version <= head.asOf && !named.has(key))
  letGo(
    state,
    unnamed.map(([key]) => key),
  )
  state.snapshot = null
  state.cursor = head.cursor
  state.upTo = head.asOf
  return true
}

/** Takes a snapshot to its end; goes on where a cut left it, begins again when the hub says so. */
export async function snapshot(core: Core): Promise<void> {
  for (;;) {
    try {
      if (await snapshotStep(core)) return
    } catch (error) {
      if (!(error instanceof HubError) || error.code !== 'conflict') throw error
      core.state.snapshot = null
    }
  }
}
