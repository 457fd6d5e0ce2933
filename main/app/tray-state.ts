import { assertNever } from '../../shared/assert.ts'
import type { SessionState } from '../../shared/contract/session.ts'
import type { SyncStatus } from '../../shared/contract/sync.ts'
import { needsDecision } from '../../shared/rules/needs-decision.ts'
import type { TrayMark } from './paint/marks.ts'
import { counted } from './speech.ts'
import type { Texts } from './speech.ts'

export type TrayState = { readonly mark: TrayMark; readonly line: string }

/** What a glance beside the clock should say: can work leave, how much waits, is something needed of me. */
export function trayState(session: SessionState, status: SyncStatus | null, texts: Texts['tray']): TrayState {
  if (session.state !== 'open') return { mark: 'offline', line: texts.signedOut }
  const [isFine, words] =
    session.credentials === 'expired' ? [false, texts.signInAgain] : phaseWords(status, texts)
  const waits =
    status === null || status.waiting === 0 ? texts.nothingWaits : counted(texts.waiting, status.waiting)
  const needed = needsDecision(status)
  const needs = needed > 0 ? [counted(texts.attention, needed)] : []
  const mark = needs.length > 0 ? 'attention' : isFine ? 'online' : 'offline'
  return { mark, line: [words, waits, ...needs].join(' · ') }
}

function phaseWords(
  status: SyncStatus | null,
  texts: Texts['tray'],
): readonly [isFine: boolean, words: string] {
  if (status === null) return [true, texts.working]
  const { phase } = status
  switch (phase.state) {
    case 'idle':
      return [true, texts.online]
    case 'filling':
    case 'pushing':
    case 'pulling':
      return [true, texts.working]
    case 'offline':
      return [false, texts.offline]
    case 'signed-out':
      return [false, texts.signInAgain]
    case 'trouble':
      return [false, texts.trouble]
    default:
      return assertNever(phase, 'sync phase')
  }
}
