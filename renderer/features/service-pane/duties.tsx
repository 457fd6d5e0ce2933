import { Checkbox, Menu } from '@mantine/core'
import { IconDots, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { CustomerPromise, FollowUp } from '../../../shared/domain/people.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { Line, Section } from '../../components/section.tsx'
import { closeFollowUp, closePromise } from '../../data/customer-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { moment } from '../../lib/format.ts'
import { shortName } from '../../lib/short-name.ts'
import { useAgent } from '../../stores/session-store.ts'
import classes from './service-pane.module.css'
import { AddDuty } from './add-duty.tsx'
import { DueText } from './due-text.tsx'

type DutiesProps = { readonly card: CustomerCard; readonly ticketId: string | null }

const openFirst = <T extends { readonly state: string; readonly dueAtMs: number }>(
  all: readonly T[],
): readonly T[] => all.filter(({ state }) => state === 'open').toSorted((a, b) => a.dueAtMs - b.dueAtMs)

/** Promises and follow-ups that are open: ticked off, or added, where they stand. */
export function Duties({ card, ticketId }: DutiesProps) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
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
            <FollowUpLine key={followUp.id} followUp={followUp} />
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

function useOwner(ownerId: string | null): string | null {
  const { t } = useTranslation()
  const me = useAgent()
  const directory = useLiveValue('directory.get', {})
  if (ownerId === null) return null
  if (ownerId === me?.id) return t('ticket.youLower')
  const name = directory?.agents.find(agent => agent.id === ownerId)?.name
  return name === undefined ? null : shortName(name)
}

function PromiseLine({ promise }: { readonly promise: CustomerPromise }) {
  const { t } = useTranslation()
  const owner = useOwner(promise.ownerId)
  return (
    <Line
      lead={
        <Checkbox
          mt={2}
          aria-label={t('service.keep', { what: promise.promise })}
          checked={false}
          onChange={() => void closePromise(promise, 'kept')}
        />
      }
      title={promise.promise}
      detail={<DueText dueAtMs={promise.dueAtMs} owner={owner} what={t('service.promise')} />}
      quiet={
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton label={t('service.more', { what: promise.promise })} icon={<IconDots />} />
          </Menu.Target>
          <Menu.Dropdown>
            {(['kept', 'broken', 'withdrawn'] as const).map(outcome => (
              <Menu.Item key={outcome} onClick={() => void closePromise(promise, outcome)}>
                {t(`promiseState.${outcome}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    />
  )
}

function FollowUpLine({ followUp }: { readonly followUp: FollowUp }) {
  const { t } = useTranslation()
  const owner = useOwner(followUp.ownerId)
  const channel = followUp.channel === null ? null : dynamicText(`channel.${followUp.channel}`)
  return (
    <Line
      lead={
        <Checkbox
          mt={2}
          aria-label={t('service.complete', { what: followUp.title })}
          checked={false}
          onChange={() => void closeFollowUp(followUp, 'done')}
        />
      }
      title={followUp.title}
      detail={<DueText dueAtMs={followUp.dueAtMs} owner={owner} what={channel ?? t('service.followUp')} />}
      quiet={
        <IconButton
          label={t('service.cancel', { what: followUp.title })}
          icon={<IconX />}
          onClick={() => void closeFollowUp(followUp, 'cancelled')}
        />
      }
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
