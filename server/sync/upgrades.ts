import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { PushEntry } from '../../shared/protocol/push.ts'
import { OLDEST_SERVED, PROTOCOL } from '../../shared/protocol/version.ts'

/** One named change of the protocol's entries, from version `from` to `from + 1`. */
export type UpgradeStep = {
  readonly from: number
  readonly name: string
  readonly upgrade: (entry: PushEntry) => PushEntry
}

/** In order. Protocol 1 is the first that was released: nothing older exists to be upgraded. */
export const upgradeSteps: readonly UpgradeStep[] = []

/** Brings an entry of an older protocol to the present one; entries of the present pass unchanged. */
export function upgradeEntry(
  entry: PushEntry,
  protocol: number,
  steps: readonly UpgradeStep[] = upgradeSteps,
): PushEntry {
  return steps.filter(step => step.from >= protocol).reduce((upgraded, step) => step.upgrade(upgraded), entry)
}

/** Throws `hub-too-new` for a client older than the served versions, `hub-too-old` for a newer one. */
export function assertServed(protocol: number): void {
  const served = { oldest: OLDEST_SERVED, current: PROTOCOL, asked: protocol }
  if (protocol < OLDEST_SERVED)
    throw new AppError(ErrorCode.HubTooNew, 'The hub no longer serves this protocol', served)
  if (protocol > PROTOCOL)
    throw new AppError(ErrorCode.HubTooOld, 'The hub does not serve this protocol yet', served)
}
