import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { SurveyState } from '../../../shared/contract/relation.ts'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { Survey } from '../../../shared/domain/commerce.ts'
import { Line } from '../../components/section.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { ask } from '../../data/survey-question.ts'
import { useNow } from '../../lib/clock.ts'
import { dateOnly } from '../../lib/format.ts'
import { openDialog } from '../../stores/ui-store.ts'

type SurveyLinesProps = {
  readonly card: CustomerCard
  readonly ticketId: string | null
  readonly state: SurveyState
}

/** When they were asked, and whether the hub has mailed them a link. */
const askedText = ({ askedAtMs, sentAtMs }: Survey, nowMs: number): string =>
  sentAtMs === null
    ? i18next.t('service.asked', { time: dateOnly(askedAtMs, nowMs) })
    : i18next.t('growth.survey.mailed', { time: dateOnly(sentAtMs, nowMs) })

/** What this contact leaves to be asked, and which answer is waited for. What is asked of everybody is in the menu. */
export function SurveyLines({ card, ticketId, state }: SurveyLinesProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { toAsk, waiting, askedIds } = state
  const who = { customerId: card.customer.id, ticketId }
  return (
    <>
      {isRefused(state) && <Line title={t('portrait.surveyRefused')} />}
      {toAsk !== null && toAsk !== 'nps' && (
        <Line
          title={t(`relation.survey.due.${toAsk}`)}
          detail={t(`relation.survey.why.${toAsk}`)}
          aside={
            <SmallButton onClick={() => void ask(who, toAsk, askedIds)}>
              {t('relation.survey.ask')}
            </SmallButton>
          }
        />
      )}
      {waiting.slice(0, 1).map(survey => (
        <Line
          key={survey.id}
          title={t('relation.survey.waiting', { kind: survey.kind.toUpperCase() })}
          detail={askedText(survey, nowMs)}
          aside={
            <SmallButton onClick={() => openDialog('survey-answer')}>{t('relation.survey.note')}</SmallButton>
          }
        />
      ))}
    </>
  )
}

const isRefused = ({ refusals }: SurveyState): boolean => refusals.some(({ reason }) => reason === 'refused')

export const hasSurveyLines = (state: SurveyState): boolean =>
  isRefused(state) || (state.toAsk !== null && state.toAsk !== 'nps') || state.waiting.length > 0
