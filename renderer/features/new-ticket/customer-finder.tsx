import { Combobox, Group, TextInput, useCombobox } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import { PersonOption } from '../../components/person-option.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { currentTicket } from '../../data/current-ticket.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import classes from './new-ticket.module.css'
import { OrganisationFinder } from '../../components/organisation-finder.tsx'
import { SimilarCustomers } from './similar-customers.tsx'
import type { TicketForm } from './ticket-form.ts'

type CustomerFinderProps = {
  readonly form: TicketForm
  readonly onChange: (change: Partial<TicketForm>) => void
}

const NEW = 'new'

/** Who it is: found by name, address or number as typed, or written down as somebody new. */
export function CustomerFinder({ form, onChange }: CustomerFinderProps) {
  const { t } = useTranslation()
  const text = form.customerName
  const input = useRef<HTMLInputElement>(null)
  const isLooking = form.customerId === null && !form.isNewCustomer && text.trim() !== ''
  const [isAsking, setAsking] = useState(false)
  // Closed while there is nothing to choose from: Escape then closes the dialog and not an empty list.
  const combobox = useCombobox({ opened: isAsking && isLooking, onOpenedChange: setAsking })
  const found = useLiveValue('customers.find', isLooking ? { text: text.trim(), limit: 8 } : null) ?? []
  // What was found last is what Enter means, as soon as it is there.
  const { selectFirstOption } = combobox
  useEffect(() => void selectFirstOption(), [found.length, selectFirstOption])
  const choose = (value: string): void => {
    combobox.closeDropdown()
    if (value === NEW)
      return onChange({ isNewCustomer: true, customerId: null, newContact: text.includes('@') ? text : '' })
    const customer = found.find(each => each.id === value)
    if (customer)
      onChange({ customerId: customer.id, customerName: customer.name, isNewCustomer: false, address: '' })
  }
  return (
    <>
      <Group align="flex-start" mb={12} gap={10} className={classes['who']}>
        <Combobox store={combobox} onOptionSubmit={choose}>
          <Combobox.Target>
            <TextInput
              ref={input}
              data-autofocus
              label={t('newTicket.customer')}
              inputWrapperOrder={['label', 'input', 'description']}
              description={form.isNewCustomer ? t('newTicket.isNew') : undefined}
              placeholder={t('newTicket.find')}
              dir="auto"
              value={text}
              onFocus={() => combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
              onChange={event => {
                const customerName = event.currentTarget.value
                onChange(form.isNewCustomer ? { customerName } : { customerName, customerId: null })
                combobox.openDropdown()
                combobox.selectFirstOption()
              }}
            />
          </Combobox.Target>
          <Combobox.Dropdown>
            <Found found={found} text={text} />
          </Combobox.Dropdown>
        </Combobox>
        {form.isNewCustomer && <Reach form={form} onChange={onChange} />}
        <InFront form={form} onChange={onChange} input={input} />
      </Group>
      {form.isNewCustomer && <WhoElse form={form} onChange={onChange} />}
    </>
  )
}

type InFrontProps = CustomerFinderProps & { readonly input: RefObject<HTMLInputElement | null> }

/** Whoever wrote the ticket in front calls about it more often than anybody else. */
function InFront({ form, onChange, input }: InFrontProps) {
  const { t } = useTranslation()
  const [front] = useState(() => currentTicket()?.view ?? null)
  if (front === null || form.customerName !== '' || form.customerId !== null || form.isNewCustomer)
    return null
  const choose = (): void => {
    onChange({ customerId: front.ticket.customerId, customerName: front.customerName, address: '' })
    input.current?.focus()
  }
  return (
    <span className={classes['inFront']}>
      <SmallButton onClick={choose}>
        {t('newTicket.inFront', { name: front.customerName.trim() || t('customer.unnamed') })}
      </SmallButton>
    </span>
  )
}

/** Somebody known who it might be after all. */
function WhoElse({ form, onChange }: CustomerFinderProps) {
  return (
    <SimilarCustomers
      name={form.customerName}
      contact={form.newContact}
      onChoose={({ id, name }) =>
        onChange({ customerId: id, customerName: name, isNewCustomer: false, address: '' })
      }
    />
  )
}

type FoundProps = { readonly found: Output<'customers.find'>; readonly text: string }

function Found({ found, text }: FoundProps) {
  const { t } = useTranslation()
  return (
    <Combobox.Options>
      {found.map(customer => (
        <PersonOption key={customer.id} person={customer} />
      ))}
      <Combobox.Option value={NEW}>{t('newTicket.addPerson', { name: text.trim() })}</Combobox.Option>
    </Combobox.Options>
  )
}

/** How somebody new is reached, and where they belong. */
function Reach({ form, onChange }: CustomerFinderProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        label={t('newTicket.reach')}
        placeholder={t('newTicket.reachExample')}
        value={form.newContact}
        onChange={event => onChange({ newContact: event.currentTarget.value })}
      />
      <OrganisationFinder value={form} mail={form.newContact || form.address} onChange={onChange} />
    </>
  )
}
