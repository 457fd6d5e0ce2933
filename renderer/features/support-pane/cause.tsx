import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { Line, Section } from '../../components/section.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { openDialog } from '../../stores/ui-store.ts'

type CauseProps = { readonly card: CustomerCard; readonly ticketId: string | null }

/** Why it happened and what ended it, once somebody knows. */
export function Cause({ card, ticketId }: CauseProps) {
  const { t } = useTranslation()
  const record = useLiveValue('support.record', { customerId: card.customer.id, ticketId })
  const cause = record?.cause ?? null
  if (cause === null) return null
  const name = dynamicText(`causeCategory.${cause.category}`) ?? cause.category
  const remedy = dynamicText(`causeRemedy.${cause.remedy}`) ?? cause.remedy
  return (
    <Section title={t('rootCause.title')}>
      <ul>
        <Line
          title={[name, cause.evidence].filter(Boolean).join(': ')}
          detail={[remedy, cause.remedyText].filter(Boolean).join(': ')}
          onOpen={() => openDialog('cause')}
        />
      </ul>
    </Section>
  )
}
