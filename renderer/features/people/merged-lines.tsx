import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { SmallButton } from '../../components/small-button.tsx'
import { separate } from '../../data/people-intents.ts'
import classes from './people.module.css'

/** Records that were merged into this one, each with the way back. */
export function MergedLines({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  if (card.merged.length === 0) return null
  return (
    <ul className={classes['merged']} aria-label={t('people.mergedRecords')}>
      {card.merged.map(customer => {
        const name = customer.name.trim() || t('customer.unnamed')
        return (
          <li key={customer.id}>
            <span dir="auto">{t('people.mergedFrom', { name })}</span>
            <SmallButton
              aria-label={t('people.separateNamed', { name })}
              onClick={() => void separate(customer)}
            >
              {t('people.separate')}
            </SmallButton>
          </li>
        )
      })}
    </ul>
  )
}
