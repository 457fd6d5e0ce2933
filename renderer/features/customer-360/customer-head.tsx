import { IconLuggage, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExperienceView } from '../../../shared/contract/between.ts'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { runCommand } from '../../commands/command-table.ts'
import { Avatar } from '../../components/avatar.tsx'
import { KeptMark } from '../../components/kept-mark.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import classes from './customer-360.module.css'
import { ContactMenu } from './contact-menu.tsx'
import { CustomerAlert } from './customer-alert.tsx'
import { CustomerFacts } from './customer-facts.tsx'
import { ErasePerson } from './erase-person.tsx'
import { EditFacts } from './edit-facts.tsx'
import { Labels } from './labels.tsx'

type CustomerHeadProps = { readonly card: CustomerCard; readonly experience: ExperienceView | null }

/** Who this is, at one look: name, role, what matters about them, and what must not be overlooked. */
export function CustomerHead({ card, experience }: CustomerHeadProps) {
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
      <CustomerAlert card={card} experience={experience} />
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
