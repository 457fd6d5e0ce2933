import { IconAlertTriangle, IconLuggage, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { runCommand } from '../../commands/command-table.ts'
import { Avatar } from '../../components/avatar.tsx'
import { KeptMark } from '../../components/kept-mark.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { TIMELINE_SHOWN } from '../../data/seen.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dateOnly, span } from '../../lib/format.ts'
import classes from './customer-360.module.css'
import { ContactMenu } from './contact-menu.tsx'
import { CustomerFacts } from './customer-facts.tsx'
import { ErasePerson } from './erase-person.tsx'
import { EditFacts } from './edit-facts.tsx'
import { Labels } from './labels.tsx'

/** Who this is, at one look: name, role, what matters about them, and what must not be overlooked. */
export function CustomerHead({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const [isEditing, setEditing] = useState(false)
  const { customer } = card
  const name = customer.name.trim() || t('customer.unnamed')
  return (
    <header className={classes['head']}>
      <div className={classes['who']}>
        <Avatar name={customer.name} size={38} />
        <div>
          <h2 dir="auto">{name}</h2>
          <About card={card} />
        </div>
        <ContactMenu card={card} />
        <IconButton
          label={t('commands.customer.takeAlong')}
          icon={<IconLuggage />}
          onClick={() => runCommand('customer.takeAlong')}
        />
        <ErasePerson customer={customer} />
        <IconButton label={t('customer.edit')} icon={<IconPencil />} onClick={() => setEditing(true)} />
      </div>
      <div>
        <KeptMark customerId={customer.id} />
      </div>
      <CustomerFacts card={card} />
      <Labels customer={customer} />
      {customer.facts.trim() !== '' && (
        <p className={classes['words']} dir="auto">
          {customer.facts}
        </p>
      )}
      <Alert card={card} />
      <EditFacts customer={customer} isOpen={isEditing} onClose={() => setEditing(false)} />
    </header>
  )
}

function About({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const { customer, organisation, openPromises } = card
  const since = customer.customerSinceMs
  const parts = [
    customer.jobTitle,
    organisation?.name,
    since === null ? null : t('customer.since', { year: new Date(since).getFullYear() }),
    openPromises > 0 ? t('customer.openPromises', { count: openPromises }) : null,
  ]
  return <p dir="auto">{parts.filter(Boolean).join(' · ')}</p>
}

const MONTH_MS = 30 * 86_400_000

/** The one thing that must not be overlooked: a promise that is late, or one bad experience before the second. */
function Alert({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const badAtMs = useBadExperience(card, nowMs)
  const late = card.service.promises.find(({ state, dueAtMs }) => state === 'open' && dueAtMs < nowMs)
  if (late) {
    return (
      <AlertLine strong={t('customer.latePromise', { span: span(nowMs - late.dueAtMs) })}>
        {late.promise}
      </AlertLine>
    )
  }
  if (badAtMs === null) return null
  return (
    <AlertLine strong={t('customer.badExperience')}>
      {t('customer.badExperienceAt', { time: dateOnly(badAtMs, nowMs) })}
    </AlertLine>
  )
}

/** When the newest bad experience of the last 30 days was: a low rating, or an event that says so. */
function useBadExperience({ customer, service }: CustomerCard, nowMs: number): number | null {
  const timeline = useLiveValue('customers.timeline', { customerId: customer.id, limit: TIMELINE_SHOWN })
  const events = (timeline?.items ?? [])
    .filter(({ type }) => type === 'experience.negative')
    .map(({ atMs }) => atMs)
  const ratings = service.surveys
    .filter(({ kind, score }) => kind === 'csat' && score !== null && score <= 2)
    .map(({ askedAtMs, answeredAtMs }) => answeredAtMs ?? askedAtMs)
  const recent = [...events, ...ratings].filter(atMs => nowMs - atMs < MONTH_MS)
  return recent.length === 0 ? null : Math.max(...recent)
}

function AlertLine({ strong, children }: { readonly strong: string; readonly children: ReactNode }) {
  return (
    <p className={classes['alert']} role="note">
      <IconAlertTriangle aria-hidden />
      <span dir="auto">
        <strong>{strong}</strong> {children}
      </span>
    </p>
  )
}
