import type { TFunction } from 'i18next'
import type { BoardAgent, BoardAlert } from '../../../shared/protocol/board.ts'
import type { Directory } from './use-directory.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { clockTime, moment, span } from '../../lib/format.ts'

export type DotTone = 'good' | 'plain' | 'warning' | 'bad'

/** An agent's state in words, and the colour of its dot. */
export function stateWords({ state, untilMs, unsent }: BoardAgent): {
  readonly text: string
  readonly tone: DotTone
} {
  const until = untilMs === null ? null : clockTime(untilMs)
  const text =
    (until === null ? null : dynamicText(`supervisor.until.${state}`, { time: until })) ??
    dynamicText(`supervisor.states.${state}`) ??
    state
  return { text, tone: toneOf(state, unsent) }
}

function toneOf(state: string, unsent: number | null): DotTone {
  if (state === 'not-seen') return 'bad'
  if (state === 'offline') return (unsent ?? 0) > 0 ? 'warning' : 'plain'
  return state === 'away' || state === 'lunch' ? 'plain' : 'good'
}

type Words = { readonly title: string; readonly detail: string | null }
type AlertContext = { readonly t: TFunction; readonly nowMs: number; readonly directory: Directory }

/** An alert in a sentence and a quieter line. Names come from this laptop's own tables. */
export function alertWords(alert: BoardAlert, { t, nowMs, directory }: AlertContext): Words {
  const { count, sinceMs } = alert
  const since = sinceMs === null ? '' : span(nowMs - sinceMs)
  switch (alert.kind) {
    case 'first-reply-breached':
    case 'reply-overdue':
      return {
        title: t(`supervisor.alert.${alert.kind === 'reply-overdue' ? 'overdue' : 'breached'}`, {
          count,
          queue: directory.teamName(alert.teamId),
        }),
        detail: since && t('supervisor.alert.over', { span: since }),
      }
    case 'target-missed':
      return {
        title: t(alert.workKind === 'support' ? 'supervisor.alert.restore' : 'supervisor.alert.resolve', {
          count,
          queue: directory.teamName(alert.teamId),
        }),
        detail: since && t('supervisor.alert.over', { span: since }),
      }
    case 'due-soon':
      return {
        title: t('supervisor.alert.soon', { count, queue: directory.teamName(alert.teamId) }),
        detail:
          sinceMs === null ? null : t('supervisor.alert.next', { span: span(Math.max(0, sinceMs - nowMs)) }),
      }
    case 'late-elsewhere':
      return {
        title: t('supervisor.alert.elsewhere', { count }),
        detail: since && t('supervisor.alert.upTo', { span: since }),
      }
    case 'soon-elsewhere':
      return {
        title: t('supervisor.alert.soonAll', { count }),
        detail:
          sinceMs === null ? null : t('supervisor.alert.next', { span: span(Math.max(0, sinceMs - nowMs)) }),
      }
    case 'laptop-silent':
      return {
        title: t('supervisor.alert.silent', { count, name: directory.agentName(alert.agentId) }),
        detail: sinceMs === null ? null : t('supervisor.alert.notSeen', { time: moment(sinceMs, nowMs) }),
      }
    case 'bad-experience':
      return {
        title: t('supervisor.alert.unhappy', { count }),
        detail: since && t('supervisor.alert.longest', { span: since }),
      }
    case 'issue-rising':
      return {
        title: t('supervisor.alert.rising', { count, issue: directory.issueCode(alert.issueId) }),
        detail: t('supervisor.alert.risingHow'),
      }
    default:
      return otherWords(alert, t, since)
  }
}

function otherWords({ kind, count }: BoardAlert, t: TFunction, since: string): Words {
  if (kind !== 'approvals-waiting') return { title: t('supervisor.alert.other', { count }), detail: null }
  return {
    title: t('supervisor.alert.approvals', { count }),
    detail: since && t('supervisor.alert.longest', { span: since }),
  }
}
