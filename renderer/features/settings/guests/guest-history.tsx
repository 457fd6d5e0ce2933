import { useTranslation } from 'react-i18next'
import type { Team } from '../../../../shared/domain/people.ts'
import { GUEST_ACTS } from '../../../../shared/protocol/guests.ts'
import type { GuestRecord } from '../../../../shared/protocol/guests.ts'
import { useAgentName } from '../../../data/use-agent-name.ts'
import { calendarDate, dayAndTime, listText } from '../../../lib/format.ts'
import classes from '../settings-dialog.module.css'

type GuestHistoryProps = {
  /** Null: the hub has not said. */
  readonly records: readonly GuestRecord[] | null
  readonly teams: readonly Team[]
}

/** Who let them in, changed or ended it, and when: as the hub has it on record. */
export function GuestHistory({ records, teams }: GuestHistoryProps) {
  const { t } = useTranslation()
  const nameOf = useAgentName()
  if (records === null || records.length === 0) return null
  const lineOf = ({ what, byId, atMs, teamIds, untilMs }: GuestRecord): string => {
    const known = GUEST_ACTS.find(each => each === what) ?? 'changed'
    const names = teams.flatMap(({ id, name }) => (teamIds.includes(id) ? [name] : []))
    const stands = known === 'made' || known === 'changed' ? listText(names, 'all') : null
    const until =
      stands === null || untilMs === null ? null : t('guests.until', { day: calendarDate(untilMs) })
    const by = byId === null ? t('guests.byIt') : nameOf(byId)
    return [t(`guests.did.${known}`), by, dayAndTime(atMs), stands, until].filter(Boolean).join(' · ')
  }
  return (
    <section aria-label={t('guests.history')}>
      <h3 className={classes['part']}>{t('guests.history')}</h3>
      <ul className={classes['standing']}>
        {records.map(record => (
          <li key={`${record.atMs} ${record.what}`} dir="auto">
            {lineOf(record)}
          </li>
        ))}
      </ul>
    </section>
  )
}
