import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import { maySupervise } from '../../../shared/rules/supervising.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { now } from '../../lib/clock.ts'
import { percent } from '../../lib/format.ts'
import { useAgent } from '../../stores/session-store.ts'
import classes from './duties.module.css'

const PERIOD_DAYS = 30
const DAY_MS = 86_400_000

/** Promises kept by their time in the last weeks: the agent's own beside everybody's; supervisors see each agent's. */
export function Kept() {
  const { t } = useTranslation()
  const me = useAgent()
  const [toMs] = useState(() => now())
  const kept = useLiveValue('promises.kept', { fromMs: toMs - PERIOD_DAYS * DAY_MS, toMs })
  if (!kept || kept.all.share === null) return null
  const own = kept.agents.find(({ agentId }) => agentId === me?.id)
  const all = percent(kept.all.share)
  return (
    <>
      <p className={classes['kept']}>
        {own && own.share !== null
          ? t('relation.duties.keptOwn', {
              share: percent(own.share),
              kept: own.kept,
              due: own.due,
              days: PERIOD_DAYS,
              all,
            })
          : t('relation.duties.keptAll', { share: all, days: PERIOD_DAYS })}
      </p>
      {maySupervise(me?.role ?? 'other') && <Agents agents={kept.agents} />}
    </>
  )
}

/** Follow-ups done by their day, and whether service came back to whom something hurt. */
export function FollowedUp() {
  const { t } = useTranslation()
  const [toMs] = useState(() => now())
  const found = useLiveValue('followUps.kept', { fromMs: toMs - PERIOD_DAYS * DAY_MS, toMs })
  if (!found) return null
  const { own, all, coverage } = found
  const decided = coverage.covered + coverage.missed
  return (
    <>
      {all.share !== null && (
        <p className={classes['kept']}>
          {own.share === null
            ? t('relation.duties.followedAll', { share: percent(all.share), days: PERIOD_DAYS })
            : t('relation.duties.followedOwn', {
                share: percent(own.share),
                kept: own.kept,
                due: own.due,
                days: PERIOD_DAYS,
                all: percent(all.share),
              })}
        </p>
      )}
      {decided > 0 && (
        <p className={classes['kept']}>
          {t('relation.duties.covered', { count: decided, covered: coverage.covered, days: PERIOD_DAYS })}
        </p>
      )}
    </>
  )
}

function Agents({ agents }: Pick<Output<'promises.kept'>, 'agents'>) {
  const { t } = useTranslation()
  return (
    <table className={classes['agents']} aria-label={t('relation.duties.byAgent')}>
      <thead>
        <tr>
          {(['agent', 'due', 'inTime', 'late', 'broken'] as const).map(column => (
            <th key={column} scope="col">
              {t(`relation.duties.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {agents.map(({ agentId, agentName, due, share, late, broken }) => (
          <tr key={agentId ?? ''}>
            <th scope="row">{agentName ?? t('ticket.nobody')}</th>
            <td>{due}</td>
            <td>{share === null ? '' : percent(share)}</td>
            <td>{late}</td>
            <td>{broken}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
