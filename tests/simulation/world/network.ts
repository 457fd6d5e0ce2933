import type { Random } from '../../../shared/clock.ts'
import { PullAnswer, SnapshotHead } from '../../../shared/protocol/pull.ts'
import { PushAnswer, PushRequest } from '../../../shared/protocol/push.ts'
import { answered, failed } from '../../../main/data/remote/remote.ts'
import type { Answered, Failure, Remote, SnapshotPart } from '../../../main/data/remote/remote.ts'
import type { Caller } from '../../../server/sync/caller.ts'
import type { Faults } from './faults.ts'
import type { HubAnswer, HubRequest, SimulatedHub } from './hub.ts'
import type { VirtualTime } from './virtual-time.ts'

const TIMEOUT_MS = 30_000

/** The way of one laptop to the hub. */
export type Line = { isCut: boolean; faults: Faults }

export type RemoteDeps = {
  readonly time: VirtualTime
  readonly random: Random
  readonly hub: SimulatedHub
  readonly caller: Caller
  readonly line: Line
  /** The process that asked is gone: answers reach nobody. */
  readonly isAlive: () => boolean
  readonly onDefect: (error: unknown) => void
}

const overTheWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

function failureOf(code: string): Failure {
  if (code === 'server-error') return { kind: 'server-error', status: 500 }
  if (code === 'signed-out') return { kind: 'signed-out' }
  return { kind: 'refused', code }
}

/** Sends a request with everything that happens to requests on their way. */
function exchange(deps: RemoteDeps, request: HubRequest): Promise<Answered<unknown>> {
  const { time, random, hub, caller, line, isAlive, onDefect } = deps
  return new Promise(resolve => {
    let isDone = false
    const answer = (value: Answered<unknown>): void => {
      if (isDone || !isAlive()) return
      isDone = true
      resolve(value)
    }
    const delay = (): number => random() * line.faults.delayMs
    const arrive = (isCopy: boolean): void => {
      if (line.isCut) {
        if (!isCopy) answer(failed({ kind: 'offline' }))
        return
      }
      hub.serve(caller, overTheWire(request)).then((served: HubAnswer) => {
        if (isCopy || random() < line.faults.lostAnswer) return
        time.after(delay(), () => {
          if (line.isCut) return
          answer(served.ok ? answered(overTheWire(served.value)) : failed(failureOf(served.code)))
        })
      }, onDefect)
    }
    if (line.isCut) time.after(1, () => answer(failed({ kind: 'offline' })))
    else {
      time.after(TIMEOUT_MS, () => answer(failed({ kind: 'timeout' })))
      if (random() >= line.faults.lostRequest) time.after(delay(), () => arrive(false))
      if (random() < line.faults.duplicate) time.after(delay() * 3, () => arrive(true))
    }
  })
}

const parsed = async <T>(
  answer: Promise<Answered<unknown>>,
  schema: { safeParse: (value: unknown) => { success: true; data: T } | { success: false } },
): Promise<Answered<T>> => {
  const got = await answer
  if (!got.ok) return got
  const result = schema.safeParse(got.value)
  return result.success ? answered(result.data) : failed({ kind: 'bad-answer' })
}

/** The product's `Remote` over simulated wires; answers are parsed as the real one parses them. */
export function simulatedRemote(deps: RemoteDeps): Remote {
  return {
    push: body => parsed(exchange(deps, { kind: 'push', body: PushRequest.parse(body) }), PushAnswer),
    pull: query => parsed(exchange(deps, { kind: 'pull', ...query }), PullAnswer),
    snapshot: async ({ position }) => {
      const answer = await exchange(deps, { kind: 'snapshot', position })
      if (!answer.ok) return answer
      const { head, lines } = answer.value as { head: unknown; lines: string }
      const part: SnapshotPart = {
        head: SnapshotHead.parse(head),
        rows: lines === '' ? [] : lines.split('\n').map(line => JSON.parse(line) as unknown[]),
      }
      return answered(part)
    },
  }
}
