import { useTranslation } from 'react-i18next'
import type { IssueUpdate } from '../../../shared/domain/incidents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { count, moment } from '../../lib/format.ts'
import { shortName } from '../../lib/short-name.ts'
import classes from './issues.module.css'

/** What was told so far: by whom, to how many from a laptop, and how far the hub is with the rest. */
export function ToldUpdates({ updates }: { readonly updates: readonly IssueUpdate[] }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const directory = useLiveValue('directory.get', {})
  const rest = useRestWords()
  const nameOf = (id: string | null): string =>
    shortName(directory?.agents.find(agent => agent.id === id)?.name ?? t('ticket.colleague'))
  if (updates.length === 0) return null
  return (
    <>
      <h4 className={classes['label']}>{t('knownIssues.updates')}</h4>
      <ul className={classes['updates']}>
        {updates.map(update => (
          <li key={update.id}>
            <span>
              {t('knownIssues.toldBy', {
                time: moment(update.sentAtMs, nowMs),
                who: nameOf(update.sentBy),
                tickets: t('knownIssues.tickets', { count: update.tickets }),
              })}
              {rest(update).map(words => ` · ${words}`)}
            </span>
            <p dir="auto">{update.body}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

function useRestWords(): (update: IssueUpdate) => readonly string[] {
  const { t } = useTranslation()
  return ({ restState, restTold, restLeft }) => {
    if (restState === null) return []
    const told = restTold ?? 0
    const left = restLeft ?? 0
    return [
      restState === 'requested' ? t('issueCounts.restRequested') : '',
      told > 0 || restState === 'done' ? t('issueCounts.restTold', { count: told, shown: count(told) }) : '',
      left > 0 ? t('issueCounts.restLeft', { count: left, shown: count(left) }) : '',
    ].filter(words => words !== '')
  }
}
