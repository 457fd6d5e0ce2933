import { join } from 'node:path'
import { lockWithNext, openingKey } from '../../main/app/place-key.ts'
import { PlaceSecrets } from '../../main/app/place-secrets.ts'
import { Secrets } from '../../main/app/secrets.ts'
import type { CallInternal } from '../../main/app/session-deps.ts'
import { close, openWriter } from '../../main/data/db/open.ts'
import { fittingKey } from '../../main/data/db/rekey/fitting-key.ts'
import { removeUnfinishedRekey } from '../../main/data/db/rekey/paths.ts'
import { replaceKey } from '../../main/data/db/rekey/replace-key.ts'
import { newId } from '../../shared/domain/ids.ts'

const PLACE = 'place'

/** Main's keeping of keys and the data process's locking of a database, together in one process that can be killed. */
export type KeyConsole = {
  /** The database's path. */
  readonly path: string
  /** The first key, kept before the database is made. */
  readonly firstKey: () => Promise<string>
  /** As a place is opened: answers what waits in it. Throws what opening throws. */
  readonly open: () => Promise<readonly unknown[]>
  readonly replace: () => Promise<void>
}

let made = 0
/** Different with every process and every call. */
function newKeys(): { readonly databaseKey: string; readonly clientId: string; readonly madeAtMs: number } {
  made += 1
  const nowMs = Date.now()
  const text = `${process.pid}-${nowMs}-${made}`
  return {
    databaseKey: Buffer.from(text).toString('hex').padStart(64, '0').slice(-64),
    clientId: newId(nowMs, Math.random),
    madeAtMs: nowMs,
  }
}

const withoutKeychain = {
  isAvailable: async () => false,
  encrypt: async () => new Uint8Array(),
  decrypt: async () => '',
}

const SILENT = { copied: () => {}, marked: () => {} }

export function keyConsole(root: string): KeyConsole {
  const path = join(root, 'tandem.db')
  const secrets = new PlaceSecrets(new Secrets(join(root, 'secrets.json'), withoutKeychain), newKeys)
  const call = async (name: string, { key, nextKey }: { key: string; nextKey: string }): Promise<unknown> => {
    if (name === 'data.whichKey') return fittingKey({ path, key, nextKey })
    replaceKey({ path, key }, nextKey, SILENT)
    return { done: true }
  }
  const deps = { call: call as unknown as CallInternal, secrets, folderOf: () => root }
  const open: KeyConsole['open'] = async () => {
    const { key, settle } = await openingKey(deps, PLACE)
    removeUnfinishedRekey(path)
    const db = openWriter({ path, key })
    try {
      const waiting = db.handle.prepare('SELECT mutation_id, args_json FROM outbox ORDER BY seq').all()
      await settle()
      return waiting
    } finally {
      close(db)
    }
  }
  return {
    path,
    firstKey: async () => {
      const keys = newKeys()
      await secrets.keepKeys(PLACE, keys)
      return keys.databaseKey
    },
    open,
    replace: async () => {
      await open()
      await lockWithNext(deps, PLACE)
      await open()
    },
  }
}
