import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/assert.ts'
import type { SyncHealth } from '../../../shared/contract/health.ts'
import { errorText } from '../../lib/error-text.ts'

type Input = { readonly health: SyncHealth; readonly isCut: boolean; readonly t: TFunction }

/** How the way to the hub is, in words. */
export function connectionWords({ health, isCut, t }: Input): string {
  const { phase } = health.status
  switch (phase.state) {
    case 'idle':
    case 'pushing':
    case 'pulling':
    case 'filling':
      return t(health.isLive ? 'health.live' : 'health.polling')
    case 'offline':
      return t(isCut ? 'health.cut' : 'health.offline')
    case 'signed-out':
      return t('sync.signedOut')
    case 'trouble':
      return errorText(phase).what
    default:
      return assertNever(phase, 'sync phase')
  }
}
