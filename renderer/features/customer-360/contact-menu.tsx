import { Popover, TextInput } from '@mantine/core'
import { IconAddressBook, IconCheck, IconMail, IconPhone, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { ContactPoint } from '../../../shared/domain/people.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { removeContact } from '../../data/customer-intents.ts'
import { showNotice } from '../../data/toasts.ts'
import { act } from '../../data/use-action.ts'
import { beginTicket } from '../../stores/ui-store.ts'
import { makeId } from '../../lib/make-id.ts'
import classes from './customer-360.module.css'

const digits = (number: string): string => number.replaceAll(/[^\d+]/gu, '')

/** Every way to reach the person: called, copied, added or taken away. The system's own programs do the rest. */
export function ContactMenu({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  // Primary ones stand first.
  const { contactPoints } = card
  const reach = async ({ kind, value }: ContactPoint): Promise<void> => {
    if (kind === 'phone') return void (await act('app.openExternal', { url: `tel:${digits(value)}` }))
    if ((await act('app.copyText', { text: value })) !== null) showNotice(t('common.copied'))
  }
  const first = (kind: ContactPoint['kind']) => contactPoints.find(point => point.kind === kind)
  const [phone, mail] = [first('phone'), first('email')]
  return (
    <>
      {phone && (
        <IconButton
          label={t('customer.call', { number: phone.value })}
          icon={<IconPhone />}
          onClick={() => void reach(phone)}
        />
      )}
      {mail && (
        <IconButton
          label={t('customer.writeMail', { address: mail.value })}
          icon={<IconMail />}
          onClick={() => beginTicket('email', card.customer.id)}
        />
      )}
      <AllContacts card={card} onReach={point => void reach(point)} />
    </>
  )
}

type AllContactsProps = { readonly card: CustomerCard; readonly onReach: (point: ContactPoint) => void }

function AllContacts({ card, onReach }: AllContactsProps) {
  const { t } = useTranslation()
  const { contactPoints, customer } = card
  return (
    <Popover position="bottom-end" width={290} trapFocus>
      <Popover.Target>
        <IconButton label={t('customer.contacts')} icon={<IconAddressBook />} />
      </Popover.Target>
      <Popover.Dropdown>
        {contactPoints.length === 0 && <p className={classes['noContacts']}>{t('customer.noContacts')}</p>}
        <ul>
          {contactPoints.map(point => (
            <li key={point.id} className={classes['contact']}>
              <button type="button" className={classes['reach']} onClick={() => onReach(point)}>
                <ContactIcon point={point} />
                <span dir="auto">{point.value}</span>
                {point.label !== null && <small>{point.label}</small>}
              </button>
              <IconButton
                label={t('customer.removeContact', { value: point.value })}
                icon={<IconX />}
                onClick={() => void removeContact(point.customerId, point.id)}
              />
            </li>
          ))}
        </ul>
        <AddContact customerId={customer.id} />
      </Popover.Dropdown>
    </Popover>
  )
}

const ContactIcon = ({ point }: { readonly point: ContactPoint }) =>
  point.kind === 'phone' ? <IconPhone size={15} aria-hidden /> : <IconMail size={15} aria-hidden />

function AddContact({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const value = text.trim()
  const add = async (): Promise<void> => {
    if (value === '') return
    const kind = value.includes('@') ? ('email' as const) : ('phone' as const)
    const made = await act('contact.add', { contactPointId: makeId(), customerId, kind, value, label: null })
    if (made !== null) setText('')
  }
  return (
    <form
      className={classes['contact']}
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      <TextInput
        size="xs"
        aria-label={t('customer.addContact')}
        placeholder={t('customer.addContact')}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <IconButton
        type="submit"
        label={t('customer.addContact')}
        icon={<IconCheck />}
        disabled={value === ''}
      />
    </form>
  )
}
