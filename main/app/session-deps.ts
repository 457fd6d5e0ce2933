import type { Clock } from '../../shared/clock.ts'
import type { InternalInput, InternalName, InternalOutput } from '../../shared/contract/internal.ts'
import type { SessionState } from '../../shared/contract/session.ts'
import type { Log } from '../../shared/log.ts'
import type { DemoAccess } from './demo.ts'
import type { Network } from './network.ts'
import type { PlaceList } from './place-list.ts'
import type { PlaceSecrets } from './place-secrets.ts'

/** Asks the data process as main may. */
export type CallInternal = <Name extends InternalName>(
  name: Name,
  input: InternalInput<Name>,
) => Promise<InternalOutput<Name>>

/** What the session needs of this machine. */
export type SessionDeps = {
  readonly call: CallInternal
  readonly places: PlaceList
  readonly secrets: PlaceSecrets
  readonly network: Network
  readonly clock: Clock
  readonly log: Log
  readonly isTestRuntime: boolean
  /** The address that is meant, where this computer may speak to it. Throws `bad-request`, `hub-not-allowed`. */
  readonly hubFor: (typed: string) => string
  readonly readDemo: () => Promise<DemoAccess | null>
  readonly client: { readonly name: string; readonly platform: string; readonly version: string }
  readonly folderOf: (placeId: string) => string
  /** Days after which the key of a place is replaced by itself; null: never. */
  readonly keyMaxAgeDays: () => number | null
  readonly removeFolder: (folder: string) => Promise<void>
  readonly changed: (state: SessionState) => void
}
export type SignIn = {
  readonly hubUrl: string
  readonly email: string
  readonly password: string
  readonly workspace: string | null
}
