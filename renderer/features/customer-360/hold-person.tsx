import { Button, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { Hold } from '../../../shared/domain/keeping.ts'
import dialogForm from '../../components/dialog-form.module.css'
import { Dialog } from '../../components/dialog.tsx'
import { FormError } from '../../components/form-error.tsx'
import { customerInFront } from '../../data/front-customer.ts'
import { act, useAction } from '../../data/use-action.ts'
import { useAgentName } from '../../data/use-agent-name.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { dayAndTime } from '../../lib/format.ts'
import { makeId } from '../../lib/make-id.ts'
import classes from './customer-360.module.css'

type HoldProps = {
  readonly customer: CustomerCard['customer']
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Legal holds: nothing they name is removed for its age, and nobody erases the person while one stands. */
export function HoldPerson({ customer, isOpen, onClose }: HoldProps) {
  const { t } = useTranslation()
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t('hold.title')} size={520}>
      {isOpen && <Holds customer={customer} />}
    </Dialog>
  )
}

function Holds({ customer }: Pick<HoldProps, 'customer'>) {
  const { t } = useTranslation()
  const holds = useLiveValue('holds.list', { customerId: customer.id })
  const nameOf = useAgentName()
  const about = ({ ticketId, agentId, placedAtMs }: Hold): string =>
    [
      t(ticketId === null ? 'hold.everything' : 'hold.oneTicket'),
      agentId === null ? null : nameOf(agentId),
      dayAndTime(placedAtMs),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <div className={classes['erase']}>
      <p>{t('hold.how')}</p>
      <ul className={classes['holds']}>
        {holds?.map(hold => (
          <li key={hold.id}>
            <span dir="auto">
              {hold.reason}
              <small>{about(hold)}</small>
            </span>
            <Button size="xs" variant="default" onClick={() => void act('hold.lift', { holdId: hold.id })}>
              {t('hold.lift')}
            </Button>
          </li>
        ))}
      </ul>
      <Place customer={customer} />
    </div>
  )
}

function Place({ customer }: Pick<HoldProps, 'customer'>) {
  const { t } = useTranslation()
  const front = customerInFront()
  const ticketId = front?.customerId === customer.id ? front.ticketId : null
  const [reason, setReason] = useState('')
  const [isOneTicket, setOneTicket] = useState(false)
  const { run, isBusy, error } = useAction('hold.place')
  const place = async (): Promise<void> => {
    const on = { customerId: customer.id, ticketId: isOneTicket ? ticketId : null }
    if (await run({ holdId: makeId(), ...on, reason: reason.trim() })) setReason('')
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void place()
      }}
    >
      <TextInput
        data-autofocus
        label={t('hold.reason')}
        value={reason}
        dir="auto"
        maxLength={400}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {ticketId !== null && (
        <Switch
          mt={12}
          label={t('hold.onlyTicket')}
          checked={isOneTicket}
          onChange={({ currentTarget }) => setOneTicket(currentTarget.checked)}
        />
      )}
      <FormError error={error} />
      <div className={dialogForm['actions']}>
        <Button mt={12} type="submit" loading={isBusy} disabled={reason.trim() === ''}>
          {t('hold.place')}
        </Button>
      </div>
    </form>
  )
}
