import type { Random } from '../../../shared/clock.ts'
import { LiveFrame, SnapshotHead } from '../../../shared/protocol/pull.ts'
import { PushAnswer, PushRequest } from '../../../shared/protocol/push.ts'
import { TolerantPullAnswer } from '../../../main/data/remote/tolerance.ts'
import { ANSWER_BEGINS_MS, answered, failed } from '../../../main/data/remote/remote.ts'
import type {
  Answered,
  Failure,
  LiveListener,
  LiveRemote,
  Remote,
  SnapshotPart,
} from '../../../main/data/remote/remote.ts'
import type { LiveReader, LiveSink } from '../../../server/live/sink.ts'
import { frameText, numberHint } from '../../../server/live/sink.ts'
import { pollSink } from '../../../server/live/poll-sink.ts'
import type { Faults } from './faults.ts'
import type { HubCopy, HubRequest } from './hub-copy.ts'
import type { SimulatedHub } from './hub.ts'
import type { DeviceClock, VirtualTime } from './virtual-time.ts'

/** How long a client waits for an answer. */
export const TIMEOUT_MS = ANSWER_BEGINS_MS
/** The longest a straggler is under way. */
const STRAGGLER_MS = 600_000

/** The way of one laptop to the hub. */
export type Line = {
  isCut: boolean
  faults: Faults
  /** Ends everything that is open on it. */
  readonly onCut: Set<() => void>
}

export const freshLine = (faults: Faults): Line => ({ isCut: false, faults, onCut: new Set() })

export function cut(line: Line): void {
  line.isCut = true
  const ends = [...line.onCut]
  for (const end of ends) end()
  line.onCut.clear()
}

export type RemoteDeps = {
  readonly time: VirtualTime
  readonly random: Random
  readonly hub: SimulatedHub
  /** Whose session it is; `familyId` names it. */
  readonly reader: () => LiveReader
  readonly line: Line
  /** Of the process that asks: when it is gone, answers reach nobody. */
  readonly clock: DeviceClock
  readonly onDefect: (error: unknown) => void
  /** The protocol its app speaks. */
  readonly protocol: () => number
  /** Looks at what is about to leave, if there is a way, and at what came of it. */
  readonly onPush: (request: PushRequest, hasWay: boolean) => void
  readonly onAnswer: (answer: PushAnswer) => void
  /** For the story: what was asked, and what came of it. */
  readonly tell: (text: string) => void
}

const overTheWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

function failureOf(code: string): Failure {
  switch (code) {
    case 'offline':
      return { kind: 'offline' }
    case 'server-error':
      return { kind: 'server-error', status: 503 }
    case 'signed-out':
      return { kind: 'signed-out' }
    case 'hub-too-old':
    case 'hub-too-new':
      return { kind: code }
    default:
      return { kind: 'refused', code }
  }
}

/** How long one way takes, ms. */
function delayOf({ random, line }: RemoteDeps): number {
  const { delayMs, straggler } = line.faults
  return straggler > 0 && random() < straggler ? random() * STRAGGLER_MS : random() * delayMs
}

/** Sends a request with everything that happens to requests on their way. */
function exchange(deps: RemoteDeps, request: HubRequest): Promise<Answered<unknown>> {
  const { time, random, hub, line, clock, onDefect, tell } = deps
  return new Promise(resolve => {
    if (!clock.isAlive) return
    let isDone = false
    const answer = (value: Answered<unknown>): void => {
      if (isDone || !clock.isAlive) return
      isDone = true
      line.onCut.delete(broken)
      tell(`${request.kind} came back: ${value.ok ? 'answered' : value.failure.kind}`)
      resolve(value)
    }
    const broken = (): void => answer(failed({ kind: 'offline' }))
    const arrive = (isCopy: boolean): void => {
      if (line.isCut) return isCopy ? undefined : broken()
      const copy = hub.choose()
      const { life } = copy
      tell(`${request.kind} ${isCopy ? 'arrives again' : 'arrives'} at copy ${copy.name} (${copy.release})`)
      const { workspaceId, agentId } = deps.reader()
      copy.serve({ workspaceId, agentId }, overTheWire(request)).then(served => {
        if (isCopy || random() < line.faults.lostAnswer) return
        time.after(delayOf(deps), () => {
          if (line.isCut || copy.life !== life) return broken()
          answer(served.ok ? answered(overTheWire(served.value)) : failed(failureOf(served.code)))
        })
      }, onDefect)
    }
    if (line.isCut) {
      // No connection comes about: nothing of it can have arrived anywhere.
      time.after(1, () => answer(failed({ kind: 'offline', neverLeft: true })))
      return
    }
    line.onCut.add(broken)
    time.after(TIMEOUT_MS, () => answer(failed({ kind: 'timeout' })))
    if (random() >= line.faults.lostRequest) time.after(delayOf(deps), () => arrive(false))
    if (random() < line.faults.duplicate) time.after(delayOf(deps) * 3, () => arrive(true))
  })
}

type Schema<T> = {
  readonly safeParse: (value: unknown) => { success: true; data: T } | { success: false }
}

async function parsed<T>(answer: Promise<Answered<unknown>>, schema: Schema<T>): Promise<Answered<T>> {
  const got = await answer
  if (!got.ok) return got
  const result = schema.safeParse(got.value)
  return result.success ? answered(result.data) : failed({ kind: 'bad-answer' })
}

type WirePart = { readonly head: unknown; readonly lines: readonly string[] }

const partOf = ({ head, lines }: WirePart): SnapshotPart => ({
  head: SnapshotHead.parse(head),
  rows: lines.map(line => JSON.parse(line) as unknown[]),
})

/** The product's `Remote` over simulated wires; answers are parsed as the real one parses them. */
export function simulatedRemote(deps: RemoteDeps): Remote {
  return {
    push: async body => {
      const request = PushRequest.parse({ ...body, protocol: deps.protocol() })
      deps.onPush(request, !deps.line.isCut)
      const answer = await parsed(exchange(deps, { kind: 'push', body: request }), PushAnswer)
      if (answer.ok) deps.onAnswer(answer.value)
      return answer
    },
    pull: query =>
      parsed(exchange(deps, { kind: 'pull', protocol: deps.protocol(), ...query }), TolerantPullAnswer),
    snapshot: async query => {
      const answer = await exchange(deps, { kind: 'snapshot', protocol: deps.protocol(), ...query })
      if (!answer.ok) return answer
      const { parts } = answer.value as { parts: readonly WirePart[] }
      const [first, ...following] = parts.map(partOf)
      return first ? answered({ ...first, following }) : failed({ kind: 'bad-answer' })
    },
  }
}

/** A socket to one copy of the hub, as its live route serves it. */
class Socket implements LiveSink {
  readonly reader: LiveReader
  private readonly deps: RemoteDeps
  private readonly listener: LiveListener
  private readonly copy: HubCopy
  private isEnded = false
  private remove = (): void => {}

  constructor(deps: RemoteDeps, listener: LiveListener) {
    this.deps = deps
    this.listener = listener
    this.reader = deps.reader()
    this.copy = deps.hub.choose()
    deps.line.onCut.add(this.broken)
    deps.time.after(delayOf(deps), () => this.open())
  }

  private readonly broken = (): void => this.end({ kind: 'offline' })

  private open(): void {
    const { copy, deps, reader } = this
    if (this.isEnded) return
    if (deps.line.isCut || !copy.isUp || copy.release === 'foreign') return this.broken()
    const agent = deps.hub.store.state().rows.get('agents')?.get(reader.agentId)
    if (!agent?.['isActive']) return this.end({ kind: 'signed-out' })
    this.remove = copy.live.add(this)
    if (!deps.clock.isAlive) return
    this.listener.onOpen()
    // Added first, then told where the feed stands: nothing can pass between the two.
    this.tell(numberHint(deps.hub.store.state().lastSeq))
    copy.onEnd.add(this.broken)
  }

  hint = ({ text }: { readonly text: string }): void => this.send(text)
  tell = (frame: LiveFrame): void => this.send(frameText(frame))
  close = (): void => this.end({ kind: 'offline' })

  private send(text: string): void {
    const { time, random, line, clock } = this.deps
    if (this.isEnded || random() < line.faults.lostHint) return
    time.after(random() * line.faults.delayMs, () => {
      if (!this.isEnded && clock.isAlive) this.listener.onFrame(LiveFrame.parse(JSON.parse(text)))
    })
  }

  private end(failure: Failure): void {
    if (this.isEnded) return
    this.isEnded = true
    this.remove()
    this.copy.onEnd.delete(this.broken)
    this.deps.line.onCut.delete(this.broken)
    if (this.deps.clock.isAlive) this.listener.onEnd(failure)
  }
}

type PollQuery = { readonly after: number; readonly waitMs: number }

/** A long poll, as its route serves it. */
async function servePoll(deps: RemoteDeps, { after, waitMs }: PollQuery): Promise<Answered<LiveFrame>> {
  const { line, hub, clock } = deps
  const copy = hub.choose()
  const { life } = copy
  if (line.isCut || !copy.isUp || copy.release === 'foreign') return failed({ kind: 'offline' })
  const { sink, frame, cancel } = pollSink(deps.reader(), waitMs, clock)
  const remove = copy.live.add(sink)
  const ways = [line.onCut, copy.onEnd]
  for (const way of ways) way.add(cancel)
  if (hub.store.state().lastSeq > after) cancel()
  const text = (await frame) ?? frameText(numberHint(hub.store.state().lastSeq))
  remove()
  for (const way of ways) way.delete(cancel)
  if (line.isCut || copy.life !== life) return failed({ kind: 'offline' })
  return answered(LiveFrame.parse(JSON.parse(text)))
}

/** How much longer than the hub a client waits for the end of a poll, ms. */
const POLL_GRACE_MS = 10_000

/** A long poll with everything that happens to requests on their way. */
function poll(deps: RemoteDeps, query: PollQuery): Promise<Answered<LiveFrame>> {
  const { time, line } = deps
  return new Promise(resolve => {
    const end = (answer: Answered<LiveFrame>): void => {
      line.onCut.delete(broken)
      resolve(answer)
    }
    const broken = (): void => end(failed({ kind: 'offline' }))
    if (line.isCut) {
      time.after(1, broken)
      return
    }
    line.onCut.add(broken)
    time.after(query.waitMs + POLL_GRACE_MS, () => end(failed({ kind: 'timeout' })))
    time.after(delayOf(deps), () => void servePoll(deps, query).then(end, deps.onDefect))
  })
}

export const simulatedLive = (deps: RemoteDeps): LiveRemote => ({
  connect: listener => {
    const socket = new Socket(deps, listener)
    return { send: () => {}, close: socket.close }
  },
  poll: async query => {
    const answer = await poll(deps, query)
    return deps.clock.isAlive ? answer : new Promise(() => {})
  },
})
