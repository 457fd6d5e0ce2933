import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { silentLog } from '../../shared/log.ts'
import type { Row, TableName } from '../../shared/domain/tables.ts'
import type { MutationInput, MutationName } from '../../shared/mutations/index.ts'
import { answered, failed } from '../../main/data/remote/remote.ts'
import type { Answered, Failure, Remote } from '../../main/data/remote/remote.ts'
import { applyAsHub, newEpoch, stageRows } from '../../server/sync/admin.ts'
import type { HubDeps } from '../../server/sync/apply-as-hub.ts'
import { pull } from '../../server/sync/pull.ts'
import { push } from '../../server/sync/push.ts'
import { snapshotPart } from '../../server/sync/snapshot.ts'
import { copyHubState, emptyHubState } from '../simulation/stores/map-hub-state.ts'
import type { HubState } from '../simulation/stores/map-hub-state.ts'
import { createMapHubStore } from '../simulation/stores/map-hub-store.ts'
import { sampleId } from './sample-row.ts'

/** The hub's own decisions on a storage of maps: real answers without a network or PostgreSQL. */
export type MemoryHub = {
  readonly workspaceId: string
  readonly state: () => HubState
  readonly stage: <Name extends TableName>(table: Name, ...rows: readonly Row<Name>[]) => Promise<void>
  /** As incoming mail, timers and imports do. Fails the test when it is refused. */
  readonly act: <Name extends MutationName>(name: Name, args: MutationInput<Name>) => Promise<void>
  /** An administrative change, by the product's own functions. */
  readonly admin: (work: (deps: HubDeps) => Promise<unknown>) => Promise<void>
  readonly backup: () => HubState
  readonly restore: (state: HubState, epoch: string) => Promise<void>
  /** A way to the hub for one agent's laptop; `break` makes requests fail or lose their answers. */
  readonly connect: (agentId: string) => MemoryRemote
}
export type MemoryRemote = Remote & {
  /** Every request fails with this until it is null again. */
  failure: Failure | null
  /** So many answers are lost after the hub has done its work. */
  loseAnswers: number
  readonly requests: { push: number; pull: number; snapshot: number }
}

export type MemoryHubOptions = { readonly clock: Clock; readonly partRows?: number }

export function createMemoryHub({ clock, partRows }: MemoryHubOptions): MemoryHub {
  const workspaceId = sampleId()
  const store = createMapHubStore(emptyHubState(workspaceId))
  const deps = { store, clock, log: silentLog, announce: () => {} }

  function connect(agentId: string): MemoryRemote {
    const caller = { workspaceId, agentId }
    const requests = { push: 0, pull: 0, snapshot: 0 }
    const answerOf = async <T>(kind: keyof typeof requests, work: () => Promise<T>): Promise<Answered<T>> => {
      requests[kind] += 1
      if (remote.failure) return failed(remote.failure)
      try {
        // Through JSON, as it would travel.
        const value = JSON.parse(JSON.stringify(await work())) as T
        if (remote.loseAnswers === 0) return answered(value)
        remote.loseAnswers -= 1
        return failed({ kind: 'timeout' })
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        return failed(
          error.code === 'signed-out' ? { kind: 'signed-out' } : { kind: 'refused', code: error.code },
        )
      }
    }
    const remote: MemoryRemote = {
      failure: null,
      loseAnswers: 0,
      requests,
      push: request => answerOf('push', () => push(deps, caller, request)),
      pull: query => answerOf('pull', () => pull(deps, caller, query)),
      snapshot: query =>
        answerOf('snapshot', async () => {
          const { head, lines } = await snapshotPart({ ...deps, ...(partRows ? { partRows } : {}) }, caller, {
            ...query,
            ownFirst: true,
            tables: query.tables ?? null,
          })
          return { head, rows: lines.map(line => JSON.parse(line) as unknown[]) }
        }),
    }
    return remote
  }

  return {
    workspaceId,
    state: () => store.state(),
    stage: async (table, ...rows) => {
      await stageRows(deps, workspaceId, [rows.map(row => ({ table, row: row as never }))])
    },
    act: async (name, args) => {
      const refusal = await applyAsHub(deps, workspaceId, [{ name, args, mutationId: sampleId() }])
      if (refusal) throw new Error(`The hub refused ${name}: ${JSON.stringify(refusal.outcome)}`)
    },
    admin: async work => {
      await work(deps)
    },
    backup: () => copyHubState(store.state()),
    restore: async (state, epoch) => {
      store.replace(copyHubState(state))
      await newEpoch(deps, workspaceId, epoch)
    },
    connect,
  }
}
