import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { Line, Section } from '../../components/section.tsx'
import { useNow } from '../../lib/clock.ts'
import { dateOnly } from '../../lib/format.ts'

const SHOWN = 3

/** What the customer said when asked. */
export function Voice({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const answered = card.service.surveys.filter(({ score }) => score !== null)
  if (answered.length === 0) return null
  return (
    <Section title={t('service.voice')} detail={answered.length}>
      <ul>
        {answered.slice(0, SHOWN).map(survey => (
          <Line
            key={survey.id}
            title={`${survey.kind.toUpperCase()} ${survey.score}`}
            detail={[
              survey.comment ? `“${survey.comment}”` : null,
              dateOnly(survey.answeredAtMs ?? survey.askedAtMs, nowMs),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </ul>
    </Section>
  )
}
