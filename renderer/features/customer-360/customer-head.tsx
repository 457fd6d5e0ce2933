import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExperienceView } from '../../../shared/contract/between.ts'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { PortraitView } from '../../../shared/contract/portrait.ts'
import { maySupervise } from '../../../shared/rules/supervising.ts'
import { useIsGuest } from '../../data/guest.ts'
import { runCommand } from '../../commands/command-table.ts'
import { Avatar } from '../../components/avatar.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { useNow } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import { useAgent } from '../../stores/session-store.ts'
import type { PeopleSlots } from './customer-360.tsx'
import classes from './customer-360.module.css'
import { ContactMenu } from './contact-menu.tsx'
import { CustomerAlert } from './customer-alert.tsx'
import { CustomerFacts } from './customer-facts.tsx'
import { ErasePerson } from './erase-person.tsx'
import { EditFacts } from './edit-facts.tsx'
import { ExportPerson } from './export-person.tsx'
import { HeadMenu } from './head-menu.tsx'
import type { Keeping } from './head-menu.tsx'
import { HoldPerson } from './hold-person.tsx'
import { Labels } from './labels.tsx'
import { PinnedLines } from './pinned-lines.tsx'

type CustomerHeadProps = {
  readonly card: CustomerCard
  readonly experience: ExperienceView | null
  /** Null: it could not be worked out; the card does without. */
  readonly portrait: PortraitView | null
  readonly people: PeopleSlots
}

/** Who this is, at one look: name, standing, what they wish, and what must not be overlooked. A few dense lines. */
export function CustomerHead({ card, experience, portrait, people }: CustomerHeadProps) {
  const isGuest = useIsGuest()
  const [isEditing, setEditing] = useState(false)
  const [open, setOpen] = useState<'export' | 'hold' | 'erase' | null>(null)
  const mayKeep = maySupervise(useAgent()?.role ?? 'other')
  const { customer } = card
  const keeping = mayKeep
    ? {
        onExport: () => setOpen('export'),
        onHold: () => setOpen('hold'),
        onErase: () => setOpen('erase'),
      }
    : null
  const onClose = (): void => setOpen(null)
  return (
    <header className={classes['head']}>
      <div className={classes['who']}>
        <Avatar name={customer.name} size={34} />
        <Name card={card} portrait={portrait} />
        <About card={card} portrait={portrait} />
        {!isGuest && <Tools card={card} people={people} onEdit={() => setEditing(true)} keeping={keeping} />}
      </div>
      {people.lines(card)}
      <Labels customer={customer} portrait={portrait} experience={experience} />
      <CustomerFacts card={card} portrait={portrait} />
      <PinnedLines customer={customer} portrait={portrait} />
      <CustomerAlert card={card} experience={experience} />
      <EditFacts customer={customer} isOpen={isEditing} onClose={() => setEditing(false)} />
      <ExportPerson customer={customer} isOpen={open === 'export'} onClose={onClose} />
      <HoldPerson customer={customer} isOpen={open === 'hold'} onClose={onClose} />
      <ErasePerson customer={customer} merged={card.merged} isOpen={open === 'erase'} onClose={onClose} />
    </header>
  )
}

type ToolsProps = Pick<CustomerHeadProps, 'card' | 'people'> & {
  readonly onEdit: () => void
  /** Null: this role hands nobody's data out and erases nobody. */
  readonly keeping: Keeping | null
}

/** What colleagues do with a person all day; the rest is in a menu, so that nobody erases somebody beside the phone. */
function Tools({ card, people, onEdit, keeping }: ToolsProps) {
  const { t } = useTranslation()
  return (
    <>
      <ContactMenu card={card} />
      {people.mark(card)}
      <IconButton label={t('customer.edit')} icon={<IconPencil />} onClick={onEdit} />
      <HeadMenu name={card.customer.name.trim() || t('customer.unnamed')} keeping={keeping} />
    </>
  )
}

type NameProps = { readonly card: CustomerCard; readonly portrait: PortraitView | null }

/** The name, and how it is said. */
function Name({ card: { customer }, portrait }: NameProps) {
  const { t } = useTranslation()
  const name = customer.name.trim() || t('customer.unnamed')
  const said = portrait?.preferences.find(
    ({ subject, sensitivity }) => subject === 'pronunciation' && sensitivity === 'ordinary',
  )
  return (
    <h2 dir="auto" title={name}>
      {name}
      {said && <small aria-label={t('portrait.saidAs', { how: said.value })}>{said.value}</small>}
    </h2>
  )
}

/** What is owed to them first: the rest may be cut where there is no room. */
function About({ card, portrait }: NameProps) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  const { customer, organisation, openPromises } = card
  const nowMs = useNow()
  const { openTickets = 0, lastContactAtMs = null } = portrait ?? {}
  const since = customer.customerSinceMs
  const parts = [
    openPromises > 0 ? t('customer.openPromises', { count: openPromises }) : null,
    openTickets > 0 ? t('customer.openTickets', { count: openTickets }) : null,
    lastContactAtMs === null ? null : t('customer.lastContact', { time: moment(lastContactAtMs, nowMs) }),
    customer.jobTitle,
    since === null ? null : t('customer.since', { year: new Date(since).getFullYear() }),
  ]
  const before = parts.slice(0, 3).filter(Boolean).join(' · ')
  const behind = parts.slice(3).filter(Boolean).join(' · ')
  return (
    <p dir="auto" title={[before, organisation?.name, behind].filter(Boolean).join(' · ')}>
      {before}
      {organisation && (
        <>
          {before !== '' && ' · '}
          {isGuest ? (
            organisation.name
          ) : (
            <button
              type="button"
              className={classes['organisation']}
              onClick={() => runCommand('organisation.open')}
            >
              {organisation.name}
            </button>
          )}
        </>
      )}
      {behind !== '' && (before !== '' || organisation ? ` · ${behind}` : behind)}
    </p>
  )
}
