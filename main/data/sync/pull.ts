import type { Clock } from '../../../shared/clock.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { LiveFrame, PullAnswer } from '../../../shared/protocol/pull.ts'
import { PULL_LIMIT } from '../../../shared/protocol/version.ts'
import type { Failure, Remote } from '../remote/remote.ts'
import { changeEpoch } from './epoch.ts'
import { stepsOf, takeSteps, weightOf } from './feed.ts'
import type { FeedStep } from './feed.ts'
import { takeInTurns } from './pace.ts'
import type { News } from './news.ts'
import type { Pace } from './pace.ts'
import type { RebaseDeps } from './rebase.ts'
import type { LaptopStore } from './store.ts'
import { missingTables } from './top-up.ts'

export type PullDeps = RebaseDeps & {
  readonly remote: Remote
  readonly clock: Clock
  /** This device. */
  readonly clientId: string
  readonly pace: Pace
  /** Lets an agent's own work in between two chunks. */
  readonly yieldTurn: () => Promise<void>
  /** Hears what the page brought; a fill brings no news. */
  readonly news?: News | undefined
}

export type PullOutcome =
  | { readonly kind: 'page'; readonly more: boolean; readonly hubTimeMs: number; readonly changes: number }
  /** Take a snapshot before pulling again. `resend`: the epoch changed, so accepted work waits to be sent again. */
  | { readonly kind: 'fill-needed'; readonly resend: boolean }
  | { readonly kind: 'failed'; readonly failure: Failure }

type Page = Extract<PullAnswer, { kind: 'page' }>

/** Asks for one page and takes it. The cursor is stored with the last chunk, so a cut in between repeats the page. */
export async function pullOnce(deps: PullDeps): Promise<PullOutcome> {
  const { store, remote } = deps
  const from = store.state.get('cursor')
  if (from === null || store.state.get('fill') !== null) return { kind: 'fill-needed', resend: false }
  const answer = await remote.pull({ cursor: from, limit: PULL_LIMIT })
  if (!answer.ok) return { kind: 'failed', failure: answer.failure }
  const { value } = answer
  // Something else has moved on meanwhile, for example a hint: this page is old news.
  if (store.state.get('cursor') !== from)
    return { kind: 'page', more: true, hubTimeMs: hubTimeOf(value, deps), changes: 0 }
  if (value.kind === 'snapshot-needed' || value.epoch !== store.state.get('epoch')) {
    return { kind: 'fill-needed', resend: store.transaction('relaxed', () => needSnapshot(deps, value)) }
  }
  return takePage(deps, value)
}

const hubTimeOf = (answer: PullAnswer, { clock }: PullDeps): number =>
  answer.kind === 'page' ? answer.hubTimeMs : clock.now()

function needSnapshot(deps: PullDeps, answer: PullAnswer): boolean {
  const { state } = deps.store
  const isOtherEpoch = answer.epoch !== state.get('epoch')
  // A cursor "from the future" under the same epoch: the hub has lost numbers without knowing it.
  const hasLostNumbers = answer.kind === 'snapshot-needed' && answer.reason === 'epoch'
  const isRestored = isOtherEpoch || hasLostNumbers
  if (isRestored) changeEpoch(deps, answer.epoch)
  state.set('cursor', null)
  return isRestored
}

async function takePage(deps: PullDeps, page: Page): Promise<PullOutcome> {
  const { store, news } = deps
  const outcome = {
    kind: 'page',
    more: page.more,
    hubTimeMs: page.hubTimeMs,
    changes: page.entries.length,
  } as const
  const steps = readSteps(page)
  if (!steps) return { kind: 'failed', failure: { kind: 'bad-answer' } }
  const isNothing = steps.length === 0 && page.cursor === store.state.get('cursor')
  // An idle laptop writes nothing.
  if (isNothing && isUpTo(store, page)) return outcome
  const end = (): void => {
    store.state.set('cursor', page.cursor)
    rememberSeq(store, page.upTo ?? page.entries.at(-1)?.seq ?? 0)
  }
  const brought = news?.read(page.entries) ?? []
  if (steps.length === 0) store.transaction('relaxed', end)
  const later = searchedLater(steps)
  const turns = { ...deps, weigh: (at: number): number => weightOf(steps[at]) }
  await takeInTurns(turns, steps.length, (from, to) => {
    store.searchLater(later)
    takeSteps(deps, steps.slice(from, to))
    if (to === steps.length) end()
  })
  news?.done(brought, page.more)
  return outcome
}

/** More than comes in while somebody watches: hours of work of others. */
const MANY_STEPS = 100

/** Tables of a long page: its rows are searched once all pages are here. */
function searchedLater(steps: readonly FeedStep[]): ReadonlySet<TableName> {
  if (steps.length <= MANY_STEPS) return new Set()
  return new Set(steps.flatMap(step => (step.kind === 'row' ? [step.row.table] : [])))
}

function readSteps(page: Page): readonly FeedStep[] | null {
  try {
    return stepsOf(page.entries)
  } catch (error) {
    if (error instanceof AppError && error.code === ErrorCode.BadAnswer) return null
    throw error
  }
}

const seqHere = (store: LaptopStore): number => Number(store.state.get('upToSeq') ?? 0)
const isUpTo = (store: LaptopStore, { upTo }: Page): boolean => upTo === null || upTo <= seqHere(store)

function rememberSeq(store: LaptopStore, seq: number): void {
  if (seq > seqHere(store)) store.state.set('upToSeq', String(seq))
}

export type Hint = Extract<LiveFrame, { kind: 'hint' }>

/** 'taken': everything up to its number is here. 'known': it says nothing new. 'pull': ask the hub. */
export type HintOutcome = 'taken' | 'known' | 'pull'

/** Takes the rows of a hint, if they continue what is here without a gap. */
export function takeHint(deps: Pick<PullDeps, 'store' | 'actor' | 'news'>, hint: Hint): HintOutcome {
  const { store, news } = deps
  const here = seqHere(store)
  if (hint.seq <= here) return 'known'
  const { entries, fromSeq, cursor } = hint
  // While tables are missing the cursor stays: what a hint says of them would be said once only.
  const isWhole = store.state.get('cursor') !== null && missingTables(store).length === 0
  if (!entries || fromSeq === null || fromSeq !== here || !isWhole) return 'pull'
  try {
    const steps = stepsOf(entries)
    const brought = news?.read(entries) ?? []
    store.transaction('relaxed', () => {
      takeSteps(deps, steps)
      if (cursor !== null) store.state.set('cursor', cursor)
      rememberSeq(store, hint.seq)
    })
    news?.done(brought, false)
    return 'taken'
  } catch (error) {
    if (error instanceof AppError && error.code === ErrorCode.BadAnswer) return 'pull'
    throw error
  }
}
