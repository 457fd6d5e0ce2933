import { useTranslation } from 'react-i18next'
import type { PortraitView } from '../../shared/contract/portrait.ts'
import { useAgentName } from '../data/use-agent-name.ts'
import { dynamicText } from '../lib/dynamic-text.ts'
import { dateOnly } from '../lib/format.ts'
import { stageReasonText } from '../lib/portrait-words.ts'

type StageFactsProps = { readonly portrait: PortraitView; readonly nowMs: number }

/** Who put the customer into their stage and why; what the rows say stands beside what a person said. */
export function StageFacts({ portrait, nowMs }: StageFactsProps) {
  const { t } = useTranslation()
  const { stage, said } = portrait
  const nameOf = useAgentName()
  const by = nameOf(said?.stageBy ?? null)
  const { derived, from } = stage
  const rows =
    derived === null
      ? t('portrait.rowsSilent')
      : t('portrait.rowsSay', {
          stage: dynamicText(`stage.${derived.stage}`) ?? derived.stage,
          because: stageReasonText(derived.reason, nowMs),
        })
  const until = said?.stageUntilMs ?? null
  return (
    <>
      {from === 'person' && (
        <p dir="auto">
          <strong>{t('portrait.saidBy', { name: by ?? t('ticket.nobody') })}</strong>
          {until !== null && ` ${t('portrait.saidUntil', { date: dateOnly(until, nowMs) })}`}
          {said?.stageReason ? `: ${said.stageReason}` : '.'}
        </p>
      )}
      <p dir="auto">{rows}</p>
      {from === 'record' && stage.stage !== null && <p>{t('portrait.onRecord')}</p>}
    </>
  )
}
