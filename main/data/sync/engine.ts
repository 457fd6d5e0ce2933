import type { Clock, Random } from '../../../shared/clock.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { Log } from '../../../shared/log.ts'
import type { Arrivals } from '../../../shared/contract/alerts.ts'
import type { BulkResult } from '../../../shared/contract/bulk.ts'
import type { SyncPhase, SyncStatus } from '../../../shared/contract/sync.ts'
import type { Actor, Intent } from '../../../shared/mutations/define.ts'
import { BACKUP_HORIZON_MS } from '../../../shared/protocol/version.ts'
import type { BlobRef, Failure, Remote } from '../remote/remote.ts'
import { resolve } from './attention.ts'
import type { Resolved } from './attention.ts'
import { actOnMany } from './act-on-many.ts'
import type { ManyInput } from './act-on-many.ts'
import { decideFields } from './decide-fields.ts'
import type { FieldChoice } from './decide-fields.ts'
import { endStay, stayHere } from './end-stay.ts'
import { createFailureTally } from './failure-tally.ts'
import type { FailureCount, FailureTally } from './failure-tally.ts'
import { fillOnce, fillState } from './fill.ts'
import { createLoop } from './loop.ts'
import type { Loop, LoopState, StepResult, WakeReason } from './loop.ts'
import { mutate, mutateGroup } from './mutate.ts'
import type { GroupOptions } from './mutate.ts'
import { createNews } from './news.ts'
import type { News } from './news.ts'
import { createPace } from './pace.ts'
import type { Stopwatch } from './pace.ts'
import { pullOnce, takeHint } from './pull.ts'
import type { Hint, PullOutcome } from './pull.ts'
import { isSuspect, pushOnce } from './push.ts'
import type { Ahead } from './push.ts'
import { readAhead } from './read-ahead.ts'
import { releaseResting } from './resting.ts'
import { troubleCode } from './retry.ts'
import type { LaptopStore } from './store.ts'
import { missingTables, topUpOnce } from './top-up.ts'
import type { TopUpOutcome } from './top-up.ts'
import { turnsOf } from './turns.ts'
import { undoActs } from './undo.ts'
import type { Undone } from './undo.ts'

export type EngineDeps = {
  readonly store: LaptopStore
  readonly remote: Remote
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** The agent whose laptop this is, as the directory knows them now. */
  readonly actor: () => Actor
  readonly clientId: string
  /** See PushDeps. */
  readonly uploadBlobs: (blobs: readonly BlobRef[]) => Promise<Failure | null>
  /** Lets other work of the thread in between two chunks. */
  readonly yieldTurn: () => Promise<void>
  /** Ends write transactions in time; null: after a fixed number of rows. */
  readonly stopwatch: Stopwatch | null
  /** True while somebody waits for the thread that writes. */
  readonly isWanted: () => boolean
  readonly countCustomers: () => number
  readonly countDoubtful: () => number
  /** Something of the status may have changed. */
  readonly onStatus: () => void
  /** True while hints arrive: then looking by the clock can be rare. */
  readonly isLive: () => boolean
  /** What others did that concerns this agent. */
  readonly onArrivals?: ((arrivals: Arrivals) => void) | undefined
  /** The database itself is broken: trying again does not help. */
  readonly onFatal?: (code: ErrorCode) => void
}

export type Engine = {
  /** Throws as `mutate` in mutate.ts. */
  readonly mutate: (intent: Intent) => string
  readonly mutateGroup: (
    intents: readonly Intent[],
    options?: GroupOptions,
  ) => {
    readonly groupId: string
    readonly mutationIds: readonly string[]
  }
  /** See act-on-many.ts. */
  readonly actOnMany: (input: ManyInput) => Promise<readonly BulkResult[]>
  /** See undo.ts. */
  readonly undo: (mutationIds: readonly string[]) => Promise<Undone>
  readonly resolve: (mutationIds: readonly string[], action: Parameters<typeof resolve>[2]) => Resolved
  /** See decide-fields.ts. */
  readonly decide: (mutationIds: readonly string[], choices: readonly FieldChoice[]) => Resolved
  /** Ends the undo window of these: they leave now. */
  readonly release: (mutationIds: readonly string[]) => number
  readonly wake: (reason: WakeReason) => void
  /** What the operating system says about the network. */
  readonly setOnline: (isOnline: boolean) => void
  readonly hint: (hint: Hint) => void
  readonly status: () => SyncStatus
  /** Since this process began. */
  readonly record: () => {
    readonly lastPushedAtMs: number | null
    readonly failures: readonly FailureCount[]
  }
  /** Feed number everything here is known up to. */
  readonly upToSeq: () => number
  /**
   * Empties the laptop of a guest whose time is over (see end-stay.ts). Answers in how many ms to look again; null: there is
   * no end to wait for.
   */
  readonly endStay: () => Promise<number | null>
  /** Ends after the step under way. Close the remote first, or this waits for the network. */
  readonly stop: () => Promise<void>
}

/** Drafts leave when they have rested this long. */
const QUIET_MS = 5_000
const REST_MS = 60_000
const REST_WHILE_LIVE_MS = 300_000
/** An idle laptop writes when it last looked this often, not with every look. */
const REMEMBER_PULL_MS = 600_000

/** What the engine knows while it runs; everything that must last is in the store. */
type Memory = {
  loop: LoopState
  trouble: Extract<SyncPhase, { state: 'offline' | 'signed-out' | 'trouble' }> | null
  lastPulledAtMs: number | null
  lastPushedAtMs: number | null
  readonly failures: FailureTally
  skewMs: number | null
  suspectFailures: number
  isHubWell: boolean
  isPulling: boolean
  /** The laptop is being emptied: nothing is pulled meanwhile. */
  ending: Promise<void> | null
  /** Highest number own work was accepted under since the last look: a hint from before it tells of older rows. */
  acceptedSeq: number
}

const numberOrNull = (text: string | null): number | null => (text === null ? null : Number(text))

function freshMemory({ store: { state }, clock }: EngineDeps): Memory {
  return {
    loop: 'asleep',
    trouble: null,
    lastPulledAtMs: numberOrNull(state.get('lastPulledAtMs')),
    lastPushedAtMs: null,
    failures: createFailureTally(clock),
    skewMs: numberOrNull(state.get('skewMs')),
    suspectFailures: 0,
    isHubWell: false,
    isPulling: false,
    ending: null,
    acceptedSeq: 0,
  }
}

type Heard = { readonly news: News | undefined }

function loopFor(deps: EngineDeps & Heard, memory: Memory): Loop {
  const remote = readAhead(deps.remote, deps.yieldTurn)
  const ahead: Ahead = { flight: null }
  const shared = { ...deps, remote, ahead, quietMs: QUIET_MS, pace: createPace(deps) }
  const { clock, random } = deps
  return createLoop({
    clock,
    random,
    push: () => pushStep(shared, memory),
    pull: () => pullStep(shared, memory),
    tidy: async () => {
      const isMore = deps.store.tidy(clock.now())
      if (isMore) await deps.yieldTurn()
      return isMore
    },
    restMs: () => (deps.isLive() ? REST_WHILE_LIVE_MS : REST_MS),
    onState: state => {
      memory.loop = state
      deps.onStatus()
    },
    onFailure: (failure, retryAtMs) => {
      memory.failures.note(failure.kind)
      memory.trouble = troubleOf(memory, { failure, retryAtMs, nowMs: clock.now() })
      deps.onStatus()
    },
    onSuccess: () => {
      memory.trouble = null
    },
    onDefect: (error, retryAtMs) => noteDefect(deps, memory, { error, retryAtMs }),
  })
}

/** A full disk or a locked file passes, and is said; a defect of ours is said too, and the loop goes on later. */
function noteDefect(
  deps: EngineDeps,
  memory: Memory,
  defect: { readonly error: unknown; readonly retryAtMs: number },
): void {
  const { error, retryAtMs } = defect
  const code = error instanceof AppError ? error.code : ErrorCode.Internal
  deps.log.error('sync.defect', { name: error instanceof Error ? error.name : typeof error, code })
  memory.failures.note(code)
  memory.trouble = { state: 'trouble', code, retryAtMs }
  if (code === ErrorCode.DbCorrupt) deps.onFatal?.(code)
  deps.onStatus()
}

function newsOf({ store, actor, clock, onArrivals }: EngineDeps, memory: Memory): News | undefined {
  if (!onArrivals) return undefined
  return createNews({ store, actor, clock, lookedAtMs: () => memory.lastPulledAtMs, tell: onArrivals })
}

/** Sync of one laptop: everything that changes its rows goes through here. Start it with `wake('start')`. */
export function createEngine(deps: EngineDeps): Engine {
  const { store, clock } = deps
  const memory = freshMemory(deps)
  const pace = createPace(deps)
  const news = newsOf(deps, memory)
  const loop = loopFor({ ...deps, news }, memory)
  const thenWake = <T>(result: T): T => {
    loop.wake('mutation')
    return result
  }
  return {
    mutate: intent => thenWake(mutate(deps, intent)),
    mutateGroup: (intents, options) => thenWake(mutateGroup(deps, intents, options)),
    actOnMany: async input => thenWake(await actOnMany(deps, input, turnsOf(deps))),
    undo: async mutationIds => thenWake(await undoActs(deps, mutationIds, turnsOf(deps))),
    resolve: (mutationIds, action) => thenWake(resolve(deps, mutationIds, action)),
    decide: (mutationIds, choices) => thenWake(decideFields(deps, mutationIds, choices)),
    release: mutationIds => thenWake(releaseResting(deps, mutationIds)),
    wake: loop.wake,
    setOnline: isOnline => (isOnline ? loop.wake('online') : loop.fail({ kind: 'offline' })),
    hint: hint => {
      // A page under way may hold older rows than the hint: let it land first, then look again. A hint that was made
      // before own work was accepted would bring back what that work removed.
      const isUnsure = (memory.isPulling && hint.cursor === null) || hint.seq < memory.acceptedSeq
      const outcome = isUnsure ? 'pull' : takeHint({ ...deps, news }, hint)
      if (outcome === 'pull') loop.wake('hint')
      if (outcome === 'taken') memory.lastPulledAtMs = clock.now()
    },
    status: () => statusOf(deps, memory),
    record: () => ({ lastPushedAtMs: memory.lastPushedAtMs, failures: memory.failures.list() }),
    upToSeq: () => Number(store.state.get('upToSeq') ?? 0),
    endStay: () => endStayNow({ ...deps, news: undefined, pace }, memory),
    stop: async () => {
      await memory.ending
      await loop.stop()
    },
  }
}

/** While a page is under way the hub is there, and says itself that the time is over. */
async function endStayNow(
  deps: EngineDeps & Parameters<typeof endStay>[0],
  memory: Memory,
): Promise<number | null> {
  const hubClock = { skewMs: memory.skewMs, lastPulledAtMs: memory.lastPulledAtMs }
  if (!memory.isPulling && memory.ending === null) {
    memory.ending = endStay(deps, hubClock).finally(() => {
      memory.ending = null
    })
    await memory.ending
    deps.onStatus()
  }
  const stay = stayHere(deps, hubClock)
  return stay && Math.max(0, stay.untilMs - stay.hubNowMs)
}

type Shared = EngineDeps &
  Heard & {
    readonly quietMs: number
    readonly pace: ReturnType<typeof createPace>
    readonly ahead: Ahead
  }

async function pushStep(deps: Shared, memory: Memory): Promise<StepResult> {
  const { suspectFailures, isHubWell } = memory
  const outcome = await pushOnce(deps, { suspectFailures, isHubWell })
  switch (outcome.kind) {
    case 'sent':
      memory.suspectFailures = 0
      memory.lastPushedAtMs = deps.clock.now()
      memory.acceptedSeq = Math.max(memory.acceptedSeq, outcome.seq)
      return { kind: 'again' }
    case 'nothing': {
      const { nextDueAtMs } = outcome
      return {
        kind: 'done',
        nextInMs: nextDueAtMs === null ? null : Math.max(0, nextDueAtMs - deps.clock.now()),
      }
    }
    case 'failed': {
      const goOn = isSuspect(outcome.failure)
      if (goOn) memory.suspectFailures += 1
      // Only an answer that comes after this one says that the hub is well.
      memory.isHubWell = false
      return { kind: 'failed', failure: outcome.failure, goOn }
    }
  }
}

async function pullStep(deps: Shared, memory: Memory): Promise<StepResult> {
  const { state } = deps.store
  const epoch = state.get('epoch')
  await memory.ending
  memory.isPulling = true
  try {
    const missing = missingTables(deps.store)
    if (missing.length > 0) return toppedUp(memory, await topUpOnce(deps, missing))
    const outcome = await pullOnce(deps)
    if (outcome.kind === 'page') return pulled(deps, memory, outcome)
    if (outcome.kind === 'failed') return { ...outcome, goOn: false }
    memory.acceptedSeq = 0
    // A restored hub is given again what it may have forgotten, before its snapshot is read.
    if (outcome.resend) return { kind: 'again', pushToo: true }
    const part = await fillOnce(deps)
    deps.onStatus()
    if (part.kind === 'failed') return { ...part, goOn: false }
    return { kind: 'again', pushToo: state.get('epoch') !== epoch }
  } finally {
    memory.isPulling = false
  }
}

/** What is due afterwards is found by pulling. */
function toppedUp(memory: Memory, outcome: TopUpOutcome): StepResult {
  if (outcome.kind === 'failed') return { ...outcome, goOn: false }
  const isRestored = outcome.kind === 'restored'
  if (isRestored) memory.acceptedSeq = 0
  return { kind: 'again', pushToo: isRestored }
}

function pulled(deps: Shared, memory: Memory, page: Extract<PullOutcome, { kind: 'page' }>): StepResult {
  const { store, clock } = deps
  const nowMs = clock.now()
  memory.isHubWell = true
  if (!page.more) memory.acceptedSeq = 0
  memory.skewMs = nowMs - page.hubTimeMs
  memory.lastPulledAtMs = nowMs
  const rememberedAtMs = Number(store.state.get('lastPulledAtMs') ?? 0)
  const isDue = Math.abs(nowMs - rememberedAtMs) > REMEMBER_PULL_MS
  if (page.changes > 0 || isDue) {
    store.transaction('relaxed', () => {
      store.state.set('lastPulledAtMs', String(nowMs))
      store.state.set('skewMs', String(memory.skewMs))
      // By the hub's time, which is also when they were accepted: a clock that jumps here must not forget them.
      if (isDue) store.outbox.dropDoneBefore(page.hubTimeMs - BACKUP_HORIZON_MS)
    })
  }
  // What comes next may take a while (indexing after a first fill): tell the time of this look now.
  deps.onStatus()
  return page.more ? { kind: 'again' } : { kind: 'done', nextInMs: null }
}

type FailureFacts = { readonly failure: Failure; readonly retryAtMs: number | null; readonly nowMs: number }

function troubleOf(
  memory: Memory,
  { failure, retryAtMs, nowMs }: FailureFacts,
): NonNullable<Memory['trouble']> {
  if (failure.kind === 'signed-out') return { state: 'signed-out' }
  const code = troubleCode(failure)
  if (code !== null) return { state: 'trouble', code, retryAtMs }
  return memory.trouble?.state === 'offline' ? memory.trouble : { state: 'offline', sinceMs: nowMs }
}

function phaseOf({ store }: EngineDeps, memory: Memory): SyncPhase {
  // While trying again it stays what it was: a badge that blinks with every attempt tells nothing.
  if (memory.trouble) return memory.trouble
  if (memory.loop === 'pushing') return { state: 'pushing' }
  const fill = fillState(store)
  if (fill) return { state: 'filling', rows: fill.rows, expectedRows: fill.expectedRows }
  if (memory.loop !== 'pulling') return { state: 'idle' }
  return store.state.get('cursor') === null
    ? { state: 'filling', rows: 0, expectedRows: null }
    : { state: 'pulling' }
}

function statusOf(deps: EngineDeps, memory: Memory): SyncStatus {
  const { store } = deps
  return {
    phase: phaseOf(deps, memory),
    ...store.outbox.tally(),
    lastPulledAtMs: memory.lastPulledAtMs,
    skewMs: memory.skewMs,
    isFilled: store.state.get('cursor') !== null,
    customersHere: deps.countCustomers(),
    doubtful: deps.countDoubtful(),
  }
}
