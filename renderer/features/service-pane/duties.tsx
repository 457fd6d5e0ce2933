import { IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { CustomerPromise, FollowUp } from '../../../shared/domain/people.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { Line, Section } from '../../components/section.tsx'
import {
  closeFollowUp,
  closePromise,
  rescheduleFollowUp,
  reschedulePromise,
} from '../../data/customer-intents.ts'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { registerFocus } from '../../lib/focus-targets.ts'
import { moment } from '../../lib/format.ts'
import classes from './service-pane.module.css'
import { AddDuty } from './add-duty.tsx'
import { DutyLine } from './duty-line.tsx'
import { useTemplate } from './use-template.ts'

type DutiesProps = { readonly card: CustomerCard; readonly ticketId: string | null }

const openFirst = <T extends { readonly state: string; readonly dueAtMs: number }>(
  all: readonly T[],
): readonly T[] => all.filter(({ state }) => state === 'open').toSorted((a, b) => a.dueAtMs - b.dueAtMs)

/** Promises and follow-ups that are open: ticked off, or added, where they stand. */
export function Duties({ card, ticketId }: DutiesProps) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  useEffect(() => registerFocus('add-duty', () => setAdding(true)), [])
  const promises = openFirst(card.service.promises)
  const followUps = openFirst(card.service.followUps)
  return (
    <Section
      title={t('service.duties')}
      action={
        <IconButton
          label={t('service.addDuty')}
          icon={<IconPlus />}
          onClick={() => setAdding(adding => !adding)}
        />
      }
    >
      {isAdding && (
        <AddDuty customerId={card.customer.id} ticketId={ticketId} onDone={() => setAdding(false)} />
      )}
      {promises.length + followUps.length > 0 && (
        <ul>
          {promises.map(promise => (
            <PromiseLine key={promise.id} promise={promise} />
          ))}
          {followUps.map(followUp => (
            <FollowUpLine key={followUp.id} followUp={followUp} card={card} ticketId={ticketId} />
          ))}
        </ul>
      )}
      {promises.length + followUps.length === 0 && !isAdding && (
        <p className={classes['none']}>{t('service.noDuties')}</p>
      )}
      <LastClosed card={card} />
    </Section>
  )
}

const ENDS = ['broken', 'withdrawn'] as const

function PromiseLine({ promise }: { readonly promise: CustomerPromise }) {
  const { t } = useTranslation()
  return (
    <DutyLine
      title={promise.promise}
      what={t('service.promise')}
      dueAtMs={promise.dueAtMs}
      ownerId={promise.ownerId}
      label={t('service.keep', { what: promise.promise })}
      onDone={() => void closePromise(promise, 'kept')}
      onReschedule={dueAtMs => void reschedulePromise(promise, dueAtMs)}
      ends={ENDS.map(outcome => ({
        label: t(`promiseState.${outcome}`),
        run: () => void closePromise(promise, outcome),
      }))}
    />
  )
}

type FollowUpLineProps = DutiesProps & { readonly followUp: FollowUp }

function FollowUpLine({ followUp, card, ticketId }: FollowUpLineProps) {
  const { t } = useTranslation()
  const write = useTemplate(followUp, { card, ticketId })
  const channel = followUp.channel === null ? null : dynamicText(`channel.${followUp.channel}`)
  return (
    <DutyLine
      title={followUp.title}
      what={channel ?? t('service.followUp')}
      dueAtMs={followUp.dueAtMs}
      ownerId={followUp.ownerId}
      label={t('service.complete', { what: followUp.title })}
      onDone={() => void closeFollowUp(followUp, 'done')}
      onReschedule={dueAtMs => void rescheduleFollowUp(followUp, dueAtMs)}
      onOutcome={outcome => void closeFollowUp(followUp, 'done', outcome === '' ? null : outcome)}
      write={write}
      ends={[{ label: t('service.cancelIt'), run: () => void closeFollowUp(followUp, 'cancelled') }]}
    />
  )
}

/** The newest one that is done stays in sight for a moment of regret: one key takes it back. */
function LastClosed({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const kept = card.service.promises
    .filter(({ state, closedAtMs }) => state === 'kept' && closedAtMs !== null && nowMs - closedAtMs < 60_000)
    .at(0)
  const done = card.service.followUps
    .filter(
      ({ state, completedAtMs }) =>
        state === 'done' && completedAtMs !== null && nowMs - completedAtMs < 60_000,
    )
    .at(0)
  if (kept) {
    const at = moment(kept.closedAtMs ?? nowMs, nowMs)
    const reopen = (): void => void closePromise(kept, 'open')
    return <Regret title={kept.promise} detail={t('service.keptAt', { at })} onOpen={reopen} />
  }
  if (!done) return null
  const at = moment(done.completedAtMs ?? nowMs, nowMs)
  const reopen = (): void => void closeFollowUp(done, 'open')
  return <Regret title={done.title} detail={t('service.doneAt', { at })} onOpen={reopen} />
}

type RegretProps = { readonly title: string; readonly detail: string; readonly onOpen: () => void }

const Regret = (props: RegretProps) => (
  <ul className={classes['closed']}>
    <Line {...props} />
  </ul>
)
