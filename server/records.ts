import type { Pool } from 'pg'
import type { WorkspaceId } from '../shared/domain/ids.ts'
import { invariant } from '../shared/assert.ts'
import { MOST_RECORDS, readRecord } from '../shared/protocol/records.ts'
import type { RecordRefusal, RecordReport, RecordsAnswer } from '../shared/protocol/records.ts'
import { inWorkspace } from './db/in-workspace.ts'
import { placeRecord, readPlaces } from './place-record.ts'
import type { Places } from './place-record.ts'
import { applyAsHub } from './sync/apply-as-hub.ts'
import type { HubDeps, HubIntent } from './sync/apply-as-hub.ts'

export type RecordsService = {
  /** Takes what a company's systems say, each by itself; what cannot be placed is answered and changes nothing. */
  readonly take: (workspaceId: WorkspaceId, sent: readonly unknown[]) => Promise<RecordsAnswer>
}

type Deps = HubDeps & { readonly app: Pool }
type Problem = Pick<RecordRefusal, 'problem' | 'field'>
/** What could not be taken, and how many posts wait for somebody who knows who wrote them. */
type Taken = { readonly refused: readonly RecordRefusal[]; readonly unplaced: number }
type Meant = { readonly index: number; readonly key: string | null; readonly record: RecordReport }

export const createRecords = (deps: Deps): RecordsService => ({
  take: async (workspaceId, sent) => {
    invariant(sent.length <= MOST_RECORDS, 'few at a time')
    const refused: RecordRefusal[] = []
    let unplaced = 0
    const meant: Meant[] = []
    for (const [index, each] of sent.entries()) {
      const read = readRecord(each)
      const key = keyOf(each)
      if ('wrong' in read) refused.push({ index, key, problem: 'not-valid', field: read.wrong })
      else meant.push({ index, key, record: read.record })
    }
    // In the order they came, and what others name first: an order's lines look for the products beside it.
    for (const some of [
      meant.filter(({ record }) => record.kind === 'product' || record.kind === 'organisation'),
      meant.filter(({ record }) => record.kind === 'customer'),
      meant.filter(({ record }) => record.kind === 'order' || record.kind === 'contract'),
      meant.filter(({ record }) => record.kind === 'invoice' || record.kind === 'post'),
    ]) {
      const taken = await takeSome(deps, workspaceId, some)
      refused.push(...taken.refused)
      unplaced += taken.unplaced
    }
    return {
      taken: sent.length - refused.length,
      ...(unplaced > 0 ? { unplaced } : {}),
      refused: refused.toSorted((a, b) => a.index - b.index),
    }
  },
})

const keyOf = (sent: unknown): string | null =>
  typeof sent === 'object' && sent !== null && 'key' in sent && typeof sent.key === 'string'
    ? sent.key.slice(0, 200)
    : null

async function takeSome(deps: Deps, workspaceId: WorkspaceId, meant: readonly Meant[]): Promise<Taken> {
  if (meant.length === 0) return { refused: [], unplaced: 0 }
  const nowMs = deps.clock.now()
  const places: Places = await inWorkspace(deps.app, { workspaceId, mode: 'read' }, client =>
    readPlaces(
      { client, workspaceId },
      meant.map(({ record }) => record),
    ),
  )
  const refused: RecordRefusal[] = []
  const placed: (Meant & { readonly intent: HubIntent })[] = []
  for (const each of meant) {
    const place = placeRecord(each.record, { workspaceId, places, nowMs })
    if ('problem' in place) refused.push(refusalOf(each, place))
    else placed.push({ ...each, intent: place })
  }
  const unplaced = placed.filter(({ intent }) => intent.name === 'publicPost.hold').length
  if (placed.length === 0) return { refused, unplaced }
  const whole = await applyAsHub(
    deps,
    workspaceId,
    placed.map(({ intent }) => intent),
  )
  if (whole === null) return { refused, unplaced }
  // One of them does not go: then each by itself.
  for (const each of placed) {
    const refusal = await applyAsHub(deps, workspaceId, [each.intent])
    if (refusal === null) continue
    const problem = refusal.outcome.kind === 'gone' ? 'unknown-customer' : 'other-customer'
    refused.push(refusalOf(each, { problem, field: 'customer' }))
  }
  return { refused, unplaced }
}

const refusalOf = ({ index, key }: Meant, { problem, field }: Problem): RecordRefusal => ({
  index,
  key,
  problem,
  field,
})
