import { fileURLToPath } from 'node:url'
import type { Input, MethodName, Output } from '../../shared/contract/index.ts'
import type { InternalInput } from '../../shared/contract/internal.ts'
import type { Question } from '../../shared/contract/questions.ts'
import type { PackedReply } from '../../shared/contract/reply.ts'
import { fromWireError } from '../../shared/errors.ts'
import type { SyncStatus } from '../../shared/contract/sync.ts'
import { createRpcClient } from '../../shared/rpc/client.ts'
import { forkChild } from '../../main/data-process/fork-child.ts'
import { systemClock } from '../../server/system-clock.ts'
import type { BenchHub, BenchSession } from './hub.ts'
import { DIRECT, KEY } from './laptop.ts'

/** The product's data process, forked as the console forks it, with a place open. */
export type DataProcess = {
  readonly call: <Name extends MethodName>(name: Name, input: Input<Name>) => Promise<Output<Name>>
  /** Several queries in one message, as main hands on what a screen asks at once. Throws when one of them fails. */
  readonly ask: (questions: readonly Question[]) => Promise<readonly unknown[]>
  readonly status: () => SyncStatus | null
  /** Notices of changed rows that came so far. */
  readonly notices: () => number
  readonly stop: () => Promise<void>
}

const ENTRY = fileURLToPath(new URL('../../main/data/entry.ts', import.meta.url))

type Where = { readonly folder: string; readonly hub: BenchHub; readonly session: BenchSession }

export async function startDataProcess({ folder, hub, session }: Where): Promise<DataProcess> {
  const child = forkChild(ENTRY, process.execPath)
  const rpc = createRpcClient(child.port, systemClock)
  let status: SyncStatus | null = null
  let notices = 0
  rpc.on('sync.changed', payload => {
    status = payload as SyncStatus
  })
  rpc.on('data.changed', () => {
    notices += 1
  })
  await new Promise<void>(resolve => rpc.on('data.ready', () => resolve()))
  await rpc.call('data.open', openInput({ folder, hub, session }))
  return {
    call: async (name, input) => (await rpc.call(name, input)) as Output<typeof name>,
    ask: async questions => {
      const replies = (await rpc.call('questions.answer', { questions })) as readonly PackedReply[]
      return replies.map(reply => {
        if (!reply.ok) throw fromWireError(reply.error)
        return JSON.parse(reply.json) as unknown
      })
    },
    status: () => status,
    notices: () => notices,
    stop: async () => {
      child.port.close()
      const exit = await child.exited
      if (exit.reason !== '0')
        throw new Error(`The data process ended with ${exit.reason}: ${exit.lastWords}`)
    },
  }
}

function openInput({ folder, hub, session }: Where): InternalInput<'data.open'> {
  const { agent, workspace, clientId, accessToken, refreshToken, expiresInMs } = session
  const place = { id: 'bench', hubUrl: hub.url, workspace, agent, isDemo: false, lastOpenedAtMs: 0 }
  const tokens = { accessToken, refreshToken, expiresAtMs: Date.now() + expiresInMs }
  return { folder, key: KEY, place, clientId, tokens, network: DIRECT, appVersion: '0.0.0-bench' }
}
