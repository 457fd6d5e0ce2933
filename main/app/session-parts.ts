import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { app, net, session as electronSession } from 'electron'
import type { InternalInput, InternalName, InternalOutput } from '../../shared/contract/internal.ts'
import type { SessionState } from '../../shared/contract/session.ts'
import { newId } from '../../shared/domain/ids.ts'
import type { Log } from '../../shared/log.ts'
import type { Config } from '../config.ts'
import type { Supervisor } from '../data-process/supervisor.ts'
import { certificateSource } from './certificates.ts'
import { readDemoAccess } from './demo.ts'
import { Network } from './network.ts'
import { isKeyTooOld } from './place-key.ts'
import { hubAllowedBy } from './policy.ts'
import type { Policy } from './policy.ts'
import { PlaceList } from './place-list.ts'
import { PlaceSecrets } from './place-secrets.ts'
import type { MakePlaceKeys } from './place-secrets.ts'
import { isTestRuntime } from './runtime.ts'
import type { ProxyLogins } from './proxy-logins.ts'
import type { Secrets } from './secrets.ts'
import { Session } from './session.ts'
import type { CallInternal } from './session-deps.ts'
import { openStoreFile } from './store-file.ts'
import { systemClock } from './system-clock.ts'

export type SessionParts = {
  readonly config: Config
  readonly policy: Policy | null
  readonly network: Network
  readonly secrets: PlaceSecrets
  readonly supervisor: () => Supervisor
  readonly keyMaxAgeDays: () => number | null
  readonly log: Log
  readonly changed: (state: SessionState) => void
}

/** The ways out of this machine, as the system and the company have laid them. */
export const createNetwork = (config: Config, logins: ProxyLogins): Network =>
  new Network({
    clock: systemClock,
    isOnline: () => net.isOnline(),
    resolveProxy: address => electronSession.defaultSession.resolveProxy(address),
    loginFor: logins.find,
    certificates: certificateSource(process.platform, config.certificateFiles),
  })

/** The session with everything it needs of this machine. */
export function createSession(parts: SessionParts): Session {
  const { config, policy, network, secrets, supervisor, keyMaxAgeDays, log, changed } = parts
  const places = new PlaceList(openStoreFile(app.getPath('userData'), 'places'))
  return new Session({
    call: callOf(supervisor),
    places,
    hubFor: hubAllowedBy(policy, () => places.all()),
    secrets,
    network,
    clock: systemClock,
    log,
    isTestRuntime: isTestRuntime(process.versions.electron),
    readDemo: () => readDemoAccess(config.demoFile),
    client: { name: hostname(), platform: process.platform, version: app.getVersion() },
    folderOf,
    keyMaxAgeDays,
    removeFolder: folder => rm(folder, { recursive: true, force: true }),
    changed,
  })
}

const callOf =
  (supervisor: () => Supervisor): CallInternal =>
  <Name extends InternalName>(name: Name, input: InternalInput<Name>) =>
    supervisor().callInternal(name, input) as Promise<InternalOutput<Name>>

const folderOf = (placeId: string): string => join(app.getPath('userData'), 'places', placeId)

export const createPlaceSecrets = (secrets: Secrets): PlaceSecrets => new PlaceSecrets(secrets, newPlaceKeys)

type KeyAgeParts = Pick<SessionParts, 'secrets' | 'supervisor' | 'keyMaxAgeDays'>

/** Whether the key of a place, open or not, is older than anybody allows. */
export const keyAgeOf =
  ({ secrets, supervisor, keyMaxAgeDays }: KeyAgeParts) =>
  (placeId: string): Promise<boolean> =>
    isKeyTooOld({ call: callOf(supervisor), folderOf, secrets }, placeId, {
      nowMs: systemClock.now(),
      maxAgeDays: keyMaxAgeDays(),
    })

const newPlaceKeys: MakePlaceKeys = () => ({
  madeAtMs: systemClock.now(),
  databaseKey: randomBytes(32).toString('hex'),
  clientId: newId(systemClock.now(), secureRandom),
})

/** Ids of clients are made once and must never meet: 48 random bits a draw, in [0, 1). */
const secureRandom = (): number => randomBytes(6).readUIntBE(0, 6) / 2 ** 48
