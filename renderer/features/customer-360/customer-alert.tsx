import { Popover } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExperienceView } from '../../../shared/contract/between.ts'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { isFromElsewhere } from '../../../shared/rules/experience/elsewhere.ts'
import { runCommand, shortcutFor } from '../../commands/command-table.ts'
import { SmallButton } from '../../components/small-button.tsx'
import { act } from '../../data/use-action.ts'
import { badMomentText } from '../../lib/bad-moment-text.ts'
import { useNow } from '../../lib/clock.ts'
import { dateOnly, moment, span } from '../../lib/format.ts'
import { openTicket } from '../../stores/tabs-store.ts'
import classes from './customer-360.module.css'

type CustomerAlertProps = { readonly card: CustomerCard; readonly experience: ExperienceView | null }

/** The one thing that must not be overlooked: a promise that is late, or one bad experience before the second. */
export function CustomerAlert({ card, experience }: CustomerAlertProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const late = card.service.promises.find(({ state, dueAtMs }) => state === 'open' && dueAtMs < nowMs)
  if (late) {
    return (
      <AlertLine strong={t('customer.latePromise', { span: span(nowMs - late.dueAtMs) })}>
        {late.promise}
      </AlertLine>
    )
  }
  return experience && <Experience experience={experience} />
}

function Experience({ experience }: { readonly experience: ExperienceView }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { alert, recoveries } = experience
  const { newest, level, count } = alert
  if (!newest || level === 'none' || level === 'settled') return null
  const planned = recoveries.find(({ state }) => state === 'open')
  const strong = t('between.badExperiences', { count })
  return (
    <AlertLine strong={strong}>
      <Reasons experience={experience}>
        {badMomentText(newest)}, {dateOnly(newest.atMs, nowMs)}
      </Reasons>
      {'. '}
      {level === 'planned' && planned ? (
        t('between.recoveryPlanned', { when: moment(planned.dueAtMs, nowMs) })
      ) : (
        <>
          {t(level === 'before-second' ? 'between.beforeSecond' : 'between.again')}{' '}
          <SmallButton
            data-key={shortcutFor('experience.recover')}
            title={shortcutFor('experience.recover')}
            onClick={() => runCommand('experience.recover')}
          >
            {t('between.planRecovery')}
          </SmallButton>
        </>
      )}
    </AlertLine>
  )
}

type ReasonsProps = { readonly experience: ExperienceView; readonly children: ReactNode }

/** The newest one; one click names them all, and each opens the ticket it was on. */
function Reasons({ experience, children }: ReasonsProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const [isOpen, setOpen] = useState(false)
  const { moments, windowDays } = experience
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes['reason']}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes['moments']}>
          <p>{t('between.lastDays', { count: windowDays })}</p>
          <ul>
            {moments.map(each => (
              <li key={each.id}>
                <Moment
                  name={`${badMomentText(each)} · ${moment(each.atMs, nowMs)}`}
                  ticketId={each.ticketId}
                  number={each.number}
                />
                {isFromElsewhere(each.detail['cause']) && (
                  <SmallButton onClick={() => void act('experience.takeBack', { momentId: each.id })}>
                    {t('between.report.takeBack')}
                  </SmallButton>
                )}
              </li>
            ))}
          </ul>
          <SmallButton onClick={() => setOpen(false)}>{t('triage.close')}</SmallButton>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

type MomentProps = { readonly name: string; readonly ticketId: string | null; readonly number: number | null }

function Moment({ name, ticketId, number }: MomentProps) {
  if (ticketId === null) return <span dir="auto">{name}</span>
  return (
    <button type="button" className={classes['reason']} dir="auto" onClick={() => openTicket(ticketId)}>
      {name}
      {number !== null && ` · #${number}`}
    </button>
  )
}

function AlertLine({ strong, children }: { readonly strong: string; readonly children: ReactNode }) {
  return (
    <div className={classes['alert']} role="note">
      <IconAlertTriangle aria-hidden />
      <span dir="auto">
        <strong>{strong}</strong> {children}
      </span>
    </div>
  )
}
