import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../../../shared/contract/cases.ts'
import type { Dispute } from '../../../../shared/domain/cases.ts'
import { Chip } from '../../../components/chip.tsx'
import type { Tone } from '../../../components/chip.tsx'
import { LineMenu } from '../../../components/line-menu.tsx'
import type { LineAction } from '../../../components/line-menu.tsx'
import { Line } from '../../../components/section.tsx'
import { SmallButton } from '../../../components/small-button.tsx'
import { decideApproval, dismissDispute } from '../../../data/case-intents.ts'
import { canInsert, insertWords } from '../../../data/insert-words.ts'
import { useAgentName } from '../../../data/use-agent-name.ts'
import { useNow } from '../../../lib/clock.ts'
import { customerText } from '../../../lib/customer-text.ts'
import { dynamicText } from '../../../lib/dynamic-text.ts'
import { dateOnly, money, quoted } from '../../../lib/format.ts'
import { openCase } from '../../../stores/case-store.ts'
import { Decide } from '../../../components/approvals/decide.tsx'
import classes from '../cases/cases.module.css'

const tones: Readonly<Record<string, Tone>> = {
  open: 'warning',
  requested: 'warning',
  corrected: 'good',
  refused: 'bad',
}

type DisputeLineProps = {
  readonly dispute: Dispute
  readonly cases: CustomerCases
  readonly invoice: string | null
  readonly language: string | null
}

/** What was said against a charge: who corrected it, why, and what stood there before. */
export function DisputeLine({ dispute, cases, invoice, language }: DisputeLineProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const name = useAgentName()
  const { id, cause, state, currency, beforeMinor, afterMinor, note, reason } = dispute
  const approval = cases.approvals.find(each => each.subjectId === id && each.state === 'requested')
  const before = money(beforeMinor, currency)
  const change = afterMinor === null ? before : `${before} → ${money(afterMinor, currency)}`
  const at = dateOnly(dispute.closedAtMs ?? dispute.openedAtMs, nowMs)
  const by = name(dispute.correctedBy ?? dispute.openedBy)
  return (
    <Line
      title={[dynamicText(`cases.causes.${cause}`) ?? cause, invoice].filter(Boolean).join(' · ')}
      detail={
        <>
          {[change, by, at].filter(Boolean).join(' · ')}
          {note !== null && state === 'open' && <span className={classes['words']}>{quoted(note)}</span>}
          {reason !== null && <span className={classes['words']}>{reason}</span>}
          {approval && (
            <Decide
              approval={approval}
              allowances={cases.allowances}
              onDecide={(outcome, words) => decideApproval(approval, outcome, words)}
            />
          )}
          {state === 'open' && (
            <span className={classes['acts']}>
              <SmallButton onClick={() => correct(dispute)}>{t('cases.correct')}</SmallButton>
              <SmallButton onClick={() => void dismissDispute(dispute)}>{t('cases.dismiss')}</SmallButton>
            </span>
          )}
        </>
      }
      aside={
        <Chip tone={tones[state] ?? 'plain'}>{dynamicText(`cases.disputeState.${state}`) ?? state}</Chip>
      }
      quiet={
        <LineMenu
          what={dynamicText(`cases.causes.${cause}`) ?? cause}
          actions={disputeActions({ dispute, invoice, language }, t)}
        />
      }
    />
  )
}

const correct = ({ id, customerId, ticketId }: Dispute): void =>
  openCase({ form: 'correct', disputeId: id }, { customerId, ticketId })

function disputeActions(
  { dispute, invoice, language }: Omit<DisputeLineProps, 'cases'>,
  t: TFunction,
): readonly (LineAction | null)[] {
  const { state, beforeMinor, afterMinor, currency } = dispute
  const known = ['open', 'requested', 'corrected', 'dismissed'].find(each => each === state)
  const about = {
    invoice: invoice ?? '',
    amount: money(beforeMinor - (afterMinor ?? beforeMinor), currency),
  }
  return [
    canInsert() && known !== undefined
      ? {
          label: t('service.insertStatus'),
          run: () => insertWords(customerText(language, `disputeSentence.${known}`, about)),
        }
      : null,
    state === 'open' ? { label: t('cases.correct'), run: () => correct(dispute) } : null,
    state === 'open' ? { label: t('cases.dismiss'), run: () => void dismissDispute(dispute) } : null,
  ]
}
