import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { NetworkFacts } from '../../shared/contract/internal.ts'
import { silentLog } from '../../shared/log.ts'
import type { Actor } from '../../shared/mutations/define.ts'
import { close, openReader, openWriter } from '../../main/data/db/open.ts'
import { migrate } from '../../main/data/db/migrate.ts'
import { sqliteStore } from '../../main/data/db/sqlite-store.ts'
import type { Connection, ReadableDb } from '../../main/data/db/types.ts'
import { createDatabase } from '../../main/data/db/write.ts'
import { createHttp } from '../../main/data/remote/http.ts'
import { createHub } from '../../main/data/remote/hub.ts'
import type { Remote } from '../../main/data/remote/remote.ts'
import { createEngine } from '../../main/data/sync/engine.ts'
import type { Engine, EngineDeps } from '../../main/data/sync/engine.ts'
import type { LaptopStore } from '../../main/data/sync/store.ts'
import { systemClock } from '../../server/system-clock.ts'
import type { BenchHub, BenchSession } from './hub.ts'

/** A key as safeStorage would keep it. */
export const KEY = '5e'.repeat(32)

export const DIRECT: NetworkFacts = { isOnline: true, isCut: false, proxyUrl: null, extraCertificates: [] }

export type BenchLaptop = {
  readonly path: string
  readonly db: Connection
  readonly store: LaptopStore
  readonly reader: () => ReadableDb
  /** Called after each transaction that changed rows. */
  readonly onCommit: (listener: () => void) => void
  readonly close: () => void
}

export const fileIn = (folder: string): string => join(folder, 'tandem.db')

/** The product's own database in a folder: encrypted, migrated, with every index. */
export function openLaptop(folder: string): BenchLaptop {
  const options = { path: fileIn(folder), key: KEY }
  const db = openWriter(options)
  migrate(db, options.path)
  const readers: ReadableDb[] = []
  let committed = (): void => {}
  return {
    path: options.path,
    db,
    store: sqliteStore(createDatabase(db, () => committed())),
    onCommit: listener => {
      committed = listener
    },
    reader: () => {
      const reader = openReader(options)
      readers.push(reader)
      return reader
    },
    close: () => {
      for (const reader of readers) close(reader)
      close(db)
    },
  }
}

/** A fresh folder, with a copy of a closed laptop's file when one is given. */
export async function laptopFolder(parent: string, name: string, copyOf?: string): Promise<string> {
  const folder = join(parent, name)
  await mkdir(folder, { recursive: true })
  if (copyOf !== undefined) await copyFile(copyOf, fileIn(folder))
  return folder
}

/** Two copies of a filled laptop, in folders of their own, whose every commit reaches the disk. */
export async function durableCopies(
  parent: string,
  path: string,
  names: readonly [string, string],
): Promise<[BenchLaptop, BenchLaptop]> {
  const open = async (name: string): Promise<BenchLaptop> => {
    const laptop = openLaptop(await laptopFolder(parent, name, path))
    laptop.db.handle.pragma('synchronous = FULL')
    return laptop
  }
  return [await open(names[0]), await open(names[1])]
}

/** What a store promises, in its own words. `synchronous` is that of the writes a leg makes. */
export function durabilityOf({ handle }: Connection, synchronous: 'FULL' | 'NORMAL'): string {
  const ask = (name: string): string => String(handle.pragma(name, { simple: true }))
  return `${ask('cipher')} journal_mode=${ask('journal_mode')} synchronous=${synchronous} secure_delete=${ask('secure_delete')} page_size=${ask('page_size')}`
}

/** The product's own way to the hub. */
export function remoteOf(hub: BenchHub, session: BenchSession): Remote & { readonly close: () => void } {
  const http = createHttp(DIRECT)
  const { accessToken, refreshToken, expiresInMs } = session
  const tokens = { accessToken, refreshToken, expiresAtMs: Date.now() + expiresInMs }
  const remote = createHub({ http, hubUrl: hub.url, clock: systemClock, tokens, onTokens: () => {} })
  return { ...remote, close: http.close }
}

export const actorOf = ({ agent }: BenchSession): Actor => ({
  id: agent.id,
  name: agent.name,
  role: agent.role,
  teamIds: agent.teamIds,
})

type Facts = { readonly remote: Remote; readonly session: BenchSession; readonly onStatus?: () => void }

/** The product's engine over a laptop, as the writer thread runs it. */
export function engineOf({ store }: BenchLaptop, { remote, session, onStatus = () => {} }: Facts): Engine {
  const deps: EngineDeps = {
    store,
    remote,
    clock: systemClock,
    random: Math.random,
    log: silentLog,
    actor: () => actorOf(session),
    clientId: session.clientId,
    uploadBlobs: async () => null,
    yieldTurn: () => new Promise(resolve => setImmediate(resolve)),
    stopwatch: () => performance.now(),
    isWanted: () => false,
    countCustomers: () => 0,
    countDoubtful: () => 0,
    onStatus,
    onFatal: code => {
      throw new Error(`The database cannot go on: ${code}`)
    },
    isLive: () => true,
  }
  return createEngine(deps)
}
