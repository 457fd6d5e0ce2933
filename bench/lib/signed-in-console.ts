import { readFileSync, writeFileSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PlaceList, placeIdOf } from '../../main/app/place-list.ts'
import { PlaceSecrets } from '../../main/app/place-secrets.ts'
import { Secrets } from '../../main/app/secrets.ts'
import type { StoreFile } from '../../main/app/store-file.ts'
import { databasePath } from '../../main/data/database-path.ts'
import type { BenchHub, BenchSession } from './hub.ts'
import { KEY } from './laptop.ts'

type Laptop = { readonly hub: BenchHub; readonly session: BenchSession; readonly settled: string }

/** A user-data folder as a console leaves it that has signed in, filled and gone to rest. */
export async function signedInConsole(folder: string, { hub, session, settled }: Laptop): Promise<string> {
  const { agent, workspace, clientId, accessToken, refreshToken, expiresInMs } = session
  const identity = { hubUrl: hub.url, workspaceId: workspace.id, agentId: agent.id, isDemo: false }
  const id = placeIdOf(identity)
  const place = join(folder, 'places', id)
  await mkdir(place, { recursive: true })
  await copyFile(settled, databasePath(place))
  const keys = { databaseKey: KEY, clientId }
  const secrets = new PlaceSecrets(new Secrets(join(folder, 'secrets.json'), noKeychain), () => keys)
  await secrets.keepKeys(id, keys)
  await secrets.keepTokens(id, { accessToken, refreshToken, expiresAtMs: Date.now() + expiresInMs })
  new PlaceList(jsonFile(join(folder, 'places.json'))).keep({
    id,
    hubUrl: hub.url,
    workspace,
    agent: { ...agent, teamIds: [...agent.teamIds] },
    isDemo: false,
    lastOpenedAtMs: Date.now(),
    isSignedIn: true,
  })
  return folder
}

/** Under Xvfb there is none either. */
const noKeychain = {
  isAvailable: async () => false,
  encrypt: async () => new Uint8Array(),
  decrypt: async () => '',
}

/** Where the console has electron-store, which needs Electron. */
function jsonFile(path: string): StoreFile {
  return {
    read: () => {
      try {
        return JSON.parse(readFileSync(path, 'utf8')) as unknown
      } catch {
        return {}
      }
    },
    write: value => writeFileSync(path, JSON.stringify(value)),
    wasReset: false,
  }
}
