import { z } from 'zod'
import { tableNames } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { Failure, SnapshotPart } from '../remote/remote.ts'
import { changeEpoch } from './epoch.ts'
import { isAboutPosition, takePart } from './fill.ts'
import type { PullDeps } from './pull.ts'
import type { LaptopStore } from './store.ts'

/** Where fetching them stands, kept beside the rows so that it goes on after any cut. */
const TopUpState = z.object({ position: z.string() })

export type TopUpOutcome =
  | { readonly kind: 'part' }
  /** The hub was restored: accepted work goes again, and then a whole snapshot is due. */
  | { readonly kind: 'restored' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Tables an update has brought to rows that were here already, by the names of this version. */
export function missingTables({ state }: LaptopStore): readonly TableName[] {
  const text = state.get('missing')
  if (text === null || state.get('cursor') === null || state.get('fill') !== null) return []
  const names: ReadonlySet<string> = new Set(z.array(z.string()).parse(JSON.parse(text)))
  return tableNames.filter(table => names.has(table))
}

const positionHere = ({ state }: LaptopStore): string | null => {
  const text = state.get('topUp')
  return text === null ? null : TopUpState.parse(JSON.parse(text)).position
}

/**
 * Asks for the next part of the tables that are missing and takes it. Where pulling goes on does not move: what changes
 * meanwhile comes again from there, in higher versions, and what was removed is told again.
 */
export async function topUpOnce(deps: PullDeps, tables: readonly TableName[]): Promise<TopUpOutcome> {
  const { store, remote } = deps
  const position = positionHere(store)
  const answer = await remote.snapshot({ position, since: null, tables })
  if (!answer.ok) return dealWith(store, position, answer.failure)
  const part = answer.value
  if (part.head.epoch !== store.state.get('epoch')) {
    store.transaction('relaxed', () => changeEpoch(deps, part.head.epoch))
    return { kind: 'restored' }
  }
  return take(deps, part)
}

/** A position that means nothing to the hub any more is left; a hub that cannot send some tables alone sends all. */
function dealWith(store: LaptopStore, position: string | null, failure: Failure): TopUpOutcome {
  if (!isAboutPosition(failure)) return { kind: 'failed', failure }
  store.transaction('relaxed', () => store.state.set(position === null ? 'cursor' : 'topUp', null))
  return { kind: 'part' }
}

async function take(deps: PullDeps, part: SnapshotPart): Promise<TopUpOutcome> {
  const { store } = deps
  const { next } = part.head
  try {
    await takePart(deps, part)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== ErrorCode.BadAnswer) throw error
    return { kind: 'failed', failure: { kind: 'bad-answer' } }
  }
  store.transaction('relaxed', () => {
    if (next === null) store.state.set('missing', null)
    store.state.set('topUp', next && JSON.stringify({ position: next }))
  })
  return { kind: 'part' }
}
