import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { start } from '../../scripts/lib/processes.mjs'
import { newId } from '../../shared/domain/ids.ts'
import { SignedIn } from '../../shared/protocol/session.ts'
import { routes } from '../../shared/protocol/routes.ts'
import type { Row } from '../../shared/domain/tables.ts'
import { makeWorld } from '../generator/world.ts'
import { assertRoom } from './disk-room.ts'
import type { Size } from '../goals.ts'

export type BenchSession = SignedIn & { readonly clientId: string }

/** The hub of a bench in its own process, over real HTTP on loopback. */
export type BenchHub = {
  readonly url: string
  /** The owner's way into its PostgreSQL: what raw legs write and read, and what other copies of the hub serve. */
  readonly databaseUrl: string
  readonly workspaceId: string
  /** Whose laptop is measured. */
  readonly me: Row<'agents'>
  /** Rows loaded, the directory not counted. */
  readonly rows: number
  readonly signIn: () => Promise<BenchSession>
  /** Orders of hub-changes.ts. */
  readonly order: (name: string, input?: unknown) => Promise<unknown>
  readonly stop: () => Promise<void>
}

const SCRIPT = fileURLToPath(new URL('hub-process.ts', import.meta.url))
/** As in hub-process.ts. */
const PASSWORD = 'correct horse battery'

type Told =
  | { readonly kind: 'progress'; readonly text: string }
  | {
      readonly kind: 'ready'
      readonly url: string
      readonly rows: number
      readonly databaseUrl: string
      readonly workspaceId: string
    }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }

type Start = { readonly size: Size; readonly folder: string; readonly progress: (text: string) => void }

/** Starts PostgreSQL and the hub, and loads the rows of the size. Throws with the process's words when it does not start. */
export async function startBenchHub({ size, folder, progress }: Start): Promise<BenchHub> {
  await assertRoom(folder, size, progress)
  // PostgreSQL runs as another user when we are root.
  await chmod(folder, 0o755)
  const { child, exited } = start('hub', [process.execPath, SCRIPT, size, join(folder, 'hub')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  const ready = await new Promise<Extract<Told, { kind: 'ready' }>>((resolve, reject) => {
    child.once('exit', code => reject(new Error(`The hub of the bench ended with ${code}`)))
    child.on('message', (told: Told) => {
      if (told.kind === 'progress') progress(told.text)
      if (told.kind === 'ready') resolve(told)
      if (told.kind === 'answer') waiting.get(told.id)?.resolve(told.value)
      if (told.kind === 'failed') waiting.get(told.id)?.reject(new Error(told.reason))
    })
  })
  const { me } = makeWorld(size)
  return {
    url: ready.url,
    rows: ready.rows,
    databaseUrl: ready.databaseUrl,
    workspaceId: ready.workspaceId,
    me,
    signIn: () => signIn(ready.url, me.email),
    order: (name, input) =>
      new Promise((resolve, reject) => {
        const id = nextId
        nextId += 1
        waiting.set(id, { resolve, reject })
        child.send({ id, name, input })
      }),
    stop: async () => {
      if (child.connected) child.send({ id: 0, name: 'stop', input: null })
      await exited
    },
  }
}

/** A new laptop of the agent signs in. */
async function signIn(url: string, email: string): Promise<BenchSession> {
  const clientId = newId(Date.now(), Math.random)
  const client = { id: clientId, name: 'bench', platform: 'bench', version: '0.0.0' }
  const answer = await fetch(`${url}${routes.signIn}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD, client }),
  })
  if (!answer.ok) throw new Error(`Sign-in answered ${answer.status}`)
  return { ...SignedIn.parse(await answer.json()), clientId }
}
