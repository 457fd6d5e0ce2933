import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { Survey } from '../../../shared/domain/commerce.ts'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { Line, Section } from '../../components/section.tsx'
import { addFollowUp } from '../../data/customer-intents.ts'
import { canInsert, insertWords } from '../../data/insert-words.ts'
import { now, useNow } from '../../lib/clock.ts'
import { dateOnly } from '../../lib/format.ts'
import { tomorrowMorning } from '../../lib/moments.ts'
import { useAgent } from '../../stores/session-store.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'

const SHOWN = 3

/** What the customer said when asked. */
export function Voice({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const agent = useAgent()
  const followUp = ({ kind, score, ticketId, customerId }: Survey): void =>
    void addFollowUp({
      customerId,
      ticketId,
      text: t('service.followUpOn', { what: `${kind.toUpperCase()} ${score}` }),
      dueAtMs: tomorrowMorning(now()),
      ownerId: agent?.id ?? null,
    })
  const actionsOf = (survey: Survey): readonly (LineAction | null)[] => {
    const { comment } = survey
    return [
      { label: t('service.planFollowUp'), run: () => followUp(survey) },
      comment !== null && canInsert()
        ? { label: t('service.quoteNote'), run: () => insertWords(`“${comment}”`, 'note') }
        : null,
    ]
  }
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
            onOpen={survey.ticketId === null ? undefined : () => openTicketInTab(survey.ticketId ?? '')}
            quiet={<LineMenu what={survey.kind.toUpperCase()} actions={actionsOf(survey)} />}
          />
        ))}
      </ul>
    </Section>
  )
}
