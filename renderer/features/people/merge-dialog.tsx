import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Line } from '../../components/section.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { customerInFront } from '../../data/front-customer.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { compareWith, usePeople } from '../../stores/people-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { ChoosePerson } from '../../components/choose-person.tsx'
import { Compare } from './compare.tsx'
import classes from './people.module.css'
import { reasonText } from './reason-text.ts'

/** Dialog "Same person": who is here twice, both records side by side, and which of them stands from now on. */
export function MergeDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'merge')
  const who = isOpen ? customerInFront() : null
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('people.merge')} size={680}>
      {who && <Merge customerId={who.customerId} />}
    </Dialog>
  )
}

function Merge({ customerId }: { readonly customerId: string }) {
  const otherId = usePeople(state => state.compareWith)
  const card = useLiveValue('customers.card', { customerId, ticketId: null })
  if (!card) return <Skeleton rows={4} />
  return otherId === null ? (
    <ChooseOther card={card} />
  ) : (
    <Compare key={otherId} customerId={card.customer.id} otherId={otherId} />
  )
}

function ChooseOther({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { id } = card.customer
  const duplicates = useLiveValue('people.duplicates', { customerId: id }) ?? []
  return (
    <>
      <ChoosePerson
        label={t('people.otherRecord', { name: card.customer.name.trim() || t('customer.unnamed') })}
        text={text}
        onText={setText}
        without={id}
        onChoose={person => compareWith(person.id)}
      />
      {duplicates.length > 0 && (
        <section className={classes['suggested']} aria-label={t('people.maybe')}>
          <h3>{t('people.maybe')}</h3>
          <ul>
            {duplicates.map(({ customer, organisationName, reasons }) => (
              <Line
                key={customer.id}
                title={customer.name.trim() || t('customer.unnamed')}
                detail={[organisationName, reasonText(t, reasons)].filter(Boolean).join(' · ')}
                onOpen={() => compareWith(customer.id)}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
