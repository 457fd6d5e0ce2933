import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../../../shared/contract/cases.ts'
import type { Approval } from '../../../../shared/domain/cases.ts'
import type { ReturnCase } from '../../../../shared/domain/commerce.ts'
import { isSettled, nextReturnStates, returnPath } from '../../../../shared/rules/cases/return-moves.ts'
import { Chip } from '../../../components/chip.tsx'
import type { Tone } from '../../../components/chip.tsx'
import { LineMenu } from '../../../components/line-menu.tsx'
import type { LineAction } from '../../../components/line-menu.tsx'
import { Line } from '../../../components/section.tsx'
import { SmallButton } from '../../../components/small-button.tsx'
import { decideApproval, moveReturn } from '../../../data/case-intents.ts'
import { canInsert, insertWords } from '../../../data/insert-words.ts'
import { act } from '../../../data/use-action.ts'
import { useNow } from '../../../lib/clock.ts'
import { dynamicText } from '../../../lib/dynamic-text.ts'
import { dateOnly, money, quoted } from '../../../lib/format.ts'
import { openTicketInTab } from '../../../stores/tabs-store.ts'
import { Decide } from '../../../components/approvals/decide.tsx'
import classes from '../cases/cases.module.css'
import { returnSentence } from './return-words.ts'

const tones: Readonly<Record<string, Tone>> = {
  requested: 'warning',
  refused: 'bad',
  refunded: 'good',
  exchanged: 'good',
}

type ReturnLineProps = {
  readonly returned: ReturnCase
  readonly cases: CustomerCases | null
  readonly language: string | null
}

const waitingFor = (cases: CustomerCases | null, subjectId: string): Approval | null =>
  cases?.approvals.find(each => each.subjectId === subjectId && each.state === 'requested') ?? null

/** A return, refund or exchange: how far it is, what comes next, and who has to say yes. */
export function ReturnLine({ returned, cases, language }: ReturnLineProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const state = dynamicText(`returnState.${returned.state}`) ?? returned.state
  const approval = waitingFor(cases, returned.id)
  const isOpen = !isSettled(returned.state)
  // The path says where it is; without one the state stands first.
  const facts = [
    isOpen ? null : state,
    returned.reason,
    t('service.asked', { time: dateOnly(returned.createdAtMs, nowMs) }),
  ]
  return (
    <Line
      title={`${returned.number} · ${dynamicText(`returnKind.${returned.kind}`) ?? returned.kind}`}
      detail={
        <>
          {facts.filter(Boolean).join(' · ')}
          {returned.lines && <span className={classes['words']}>{linesText(returned.lines)}</span>}
          {returned.decision !== null && (
            <span className={classes['words']}>{quoted(returned.decision)}</span>
          )}
          {isOpen && <Path returned={returned} />}
          {approval && (
            <Decide
              approval={approval}
              allowances={cases?.allowances ?? []}
              onDecide={(outcome, words) => decideApproval(approval, outcome, words)}
            />
          )}
          {isOpen && !approval && <Next returned={returned} />}
        </>
      }
      aside={
        <Chip tone={tones[returned.state] ?? 'plain'} title={state}>
          {money(returned.amountMinor, returned.currency)}
        </Chip>
      }
      quiet={<LineMenu what={returned.number} actions={returnActions({ returned, language, cases }, t)} />}
    />
  )
}

const linesText = (lines: NonNullable<ReturnCase['lines']>): string =>
  lines.map(({ title, quantity }) => (quantity > 1 ? `${quantity} × ${title}` : title)).join(', ')

/** Where it comes from and where it goes, as far as all goes well. */
function Path({ returned }: { readonly returned: ReturnCase }) {
  const path = returnPath(returned.kind)
  const at = path.findIndex(each => each === returned.state)
  return (
    <span className={classes['path']} role="list">
      {path.map((state, index) => (
        <span
          key={state}
          role="listitem"
          data-done={index < at || undefined}
          data-now={index === at || undefined}
        >
          {dynamicText(`returnState.${state}`) ?? state}
        </span>
      ))}
    </span>
  )
}

/** The usual next step, one click away; all others stand in the menu. */
function Next({ returned }: { readonly returned: ReturnCase }) {
  const [next] = nextReturnStates(returned.kind, returned.state)
  if (next === undefined) return null
  return (
    <span className={classes['acts']}>
      <SmallButton onClick={() => void moveReturn(returned, next)}>
        {dynamicText(`cases.move.${next}`) ?? next}
      </SmallButton>
    </span>
  )
}

function returnActions(
  { returned, language, cases }: ReturnLineProps,
  t: TFunction,
): readonly (LineAction | null)[] {
  const { number, ticketId, state, kind } = returned
  const isWaiting = waitingFor(cases, returned.id) !== null
  const moves = nextReturnStates(kind, state)
    .filter(to => to !== 'approved' || !isWaiting)
    .map(to => ({
      label: dynamicText(`cases.move.${to}`) ?? to,
      run: () => void moveReturn(returned, to),
    }))
  return [
    canInsert() && state !== 'other'
      ? { label: t('service.insertStatus'), run: () => insertWords(returnSentence(returned, language)) }
      : null,
    ...moves,
    ticketId === null ? null : { label: t('service.openTicket'), run: () => openTicketInTab(ticketId) },
    { label: t('service.copyNumber'), run: () => void act('app.copyText', { text: number }) },
  ]
}
