import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { Survey } from '../../../shared/domain/commerce.ts'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { Line, Section } from '../../components/section.tsx'
import { addFollowUp } from '../../data/customer-intents.ts'
import { canInsert, insertWords } from '../../data/insert-words.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { now, useNow } from '../../lib/clock.ts'
import { dateOnly, quoted } from '../../lib/format.ts'
import { tomorrowMorning } from '../../lib/moments.ts'
import { useAgent } from '../../stores/session-store.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { PublicPosts } from './public-posts.tsx'
import { hasSurveyLines, SurveyLines } from './survey-lines.tsx'

const SHOWN = 3
const SAID = 2

type VoiceProps = { readonly card: CustomerCard; readonly ticketId: string | null }

/** What the customer said, asked or not, and what there is to ask. */
export function Voice({ card, ticketId }: VoiceProps) {
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
        ? { label: t('service.quoteNote'), run: () => insertWords(quoted(comment), 'note') }
        : null,
    ]
  }
  const answered = card.service.surveys.filter(({ score }) => score !== null)
  const state = useLiveValue('surveys.state', { customerId: card.customer.id, ticketId })
  const said = useLiveValue('feedback.list', {
    kind: 'experience',
    customerId: card.customer.id,
    limit: SAID,
  })
  const posts = useLiveValue('publicPosts.list', { customerId: card.customer.id }) ?? []
  const hasLines = state !== null && hasSurveyLines(state)
  if (answered.length === 0 && !hasLines && (said ?? []).length + posts.length === 0) return null
  return (
    <Section title={t('service.voice')} detail={answered.length === 0 ? undefined : answered.length}>
      <ul>
        <PublicPosts posts={posts} />
        {state && <SurveyLines card={card} ticketId={ticketId} state={state} />}
        {answered.slice(0, SHOWN).map(survey => (
          <Line
            key={survey.id}
            title={`${survey.kind.toUpperCase()} ${survey.score}`}
            detail={[
              survey.comment ? quoted(survey.comment) : null,
              dateOnly(survey.answeredAtMs ?? survey.askedAtMs, nowMs),
            ]
              .filter(Boolean)
              .join(' · ')}
            onOpen={survey.ticketId === null ? undefined : () => openTicketInTab(survey.ticketId ?? '')}
            quiet={<LineMenu what={survey.kind.toUpperCase()} actions={actionsOf(survey)} />}
          />
        ))}
        {said?.map(({ id, area, text, createdAtMs }) => (
          <Line key={id} title={area} detail={`${quoted(text)} · ${dateOnly(createdAtMs, nowMs)}`} />
        ))}
      </ul>
    </Section>
  )
}
