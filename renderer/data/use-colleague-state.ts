import { useTranslation } from 'react-i18next'
import { clockTime } from '../lib/format.ts'
import { dynamicText } from '../lib/dynamic-text.ts'
import { useNow } from '../lib/clock.ts'
import { useColleagues } from '../stores/presence-store.ts'
import type { Colleagues } from '../stores/presence-store.ts'

export type ColleagueState = { readonly state: string; readonly text: string }

const OFFLINE = { state: 'offline', untilMs: null } as const
const AVAILABLE = { state: 'available', untilMs: null } as const

/** What a colleague says of themselves now; who is not among those that are here is offline. Null: nothing is known. */
export function colleagueState(colleagues: Colleagues, agentId: string, nowMs: number) {
  if (colleagues === null) return null
  const said = colleagues.get(agentId) ?? OFFLINE
  return said.untilMs !== null && said.untilMs <= nowMs ? AVAILABLE : said
}

/** The same in words. */
export function useColleagueState(agentId: string | null): ColleagueState | null {
  const { t } = useTranslation()
  const colleagues = useColleagues()
  const nowMs = useNow()
  const said = agentId === null ? null : colleagueState(colleagues, agentId, nowMs)
  if (said === null) return null
  const { state, untilMs } = said
  const text =
    state === 'lunch' && untilMs !== null
      ? t('status.lunchUntil', { time: clockTime(untilMs) })
      : (dynamicText(`status.${state}`) ?? state)
  return { state, text }
}
