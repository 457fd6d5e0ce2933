import { useTranslation } from 'react-i18next'
import type { SimilarCustomer } from '../../../shared/contract/customers.ts'
import similarClasses from '../../components/similar.module.css'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useLast } from '../../lib/use-last.ts'
import classes from './new-ticket.module.css'

type SimilarCustomersProps = {
  readonly name: string
  /** Address or number as typed. */
  readonly contact: string
  readonly onChoose: (customer: SimilarCustomer) => void
}

/** Somebody known who may be the person being written down: one record per customer is worth a look. */
export function SimilarCustomers({ name, contact, onChoose }: SimilarCustomersProps) {
  const { t } = useTranslation()
  const isMail = contact.includes('@')
  const asked = {
    name: name.trim().slice(0, 300),
    mail: isMail ? contact.trim().slice(0, 300) : '',
    phone: isMail ? '' : contact.trim().slice(0, 300),
  }
  const hasWords = Object.values(asked).some(text => text !== '')
  const found = useLast(useLiveValue('customers.similar', hasWords ? asked : null))
  const similar = hasWords ? (found ?? []) : []
  if (similar.length === 0) return null
  return (
    <section
      className={`${similarClasses['similar']} ${classes['similar']}`}
      aria-label={t('newCustomer.similar')}
    >
      <h3>{t('newCustomer.similar')}</h3>
      <ul>
        {similar.map(customer => (
          <li key={customer.id}>
            <button type="button" onClick={() => onChoose(customer)}>
              <strong dir="auto">{customer.name.trim() || t('customer.unnamed')}</strong>
              <small dir="auto">
                {[t(`newCustomer.because.${customer.because}`), customer.organisationName, customer.contact]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
