import { useTranslation } from 'react-i18next'
import type { Allowance } from '../../../shared/domain/cases.ts'
import { decideApproval, decideBeyond } from '../../data/case-intents.ts'
import { useWaitingApprovals } from '../../data/use-approvals.ts'
import type { Waiting, WaitingLine } from '../../data/use-approvals.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { money, moment, quoted } from '../../lib/format.ts'
import { shortName } from '../../lib/short-name.ts'
import { Skeleton } from '../skeleton.tsx'
import { SmallButton } from '../small-button.tsx'
import classes from './approvals.module.css'
import { Decide } from './decide.tsx'

type ApprovalsListProps = {
  /** Another value: something has moved on the hub. */
  readonly sign: string
  readonly onOpen: (ticketId: string) => void
}

/** Amounts over somebody's limit that wait for a supervisor, the oldest first: of the workspace while there is a line. */
export function ApprovalsList({ sign, onOpen }: ApprovalsListProps) {
  const { t } = useTranslation()
  const waiting = useWaitingApprovals(sign)
  const allowances = useLiveValue('allowances.list', {})
  if (!waiting || !allowances) return <Skeleton rows={3} />
  const { lines, reach, again } = waiting
  return (
    <>
      {lines.length === 0 && reach !== 'asking' && <p className={classes['hint']}>{t('cases.noneWait')}</p>}
      <ul className={classes['items']}>
        {lines.map(line => (
          <Line key={line.id} line={line} allowances={allowances} onOpen={onOpen} onDecided={again} />
        ))}
      </ul>
      <Reach waiting={waiting} />
    </>
  )
}

/** What the list does not show, and why. */
function Reach({ waiting: { lines, reach, others } }: { readonly waiting: Waiting }) {
  const { t } = useTranslation()
  const words =
    reach === 'away'
      ? t(lines.length === 0 ? 'approvals.awayNone' : 'approvals.away')
      : reach === 'all' && others > 0
        ? t('approvals.others', { count: others })
        : null
  return (
    <p className={classes['hint']} role="status">
      {words}
    </p>
  )
}

type LineProps = Pick<ApprovalsListProps, 'onOpen'> & {
  readonly line: WaitingLine
  readonly allowances: readonly Allowance[]
  readonly onDecided: () => void
}

function Line({ line, allowances, onOpen, onDecided }: LineProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { ticketId, number, subject, requestedByName, isHere } = line
  const about = [
    dynamicText(`cases.subject.${line.subjectKind}`),
    requestedByName === null ? null : t('cases.askedBy', { name: shortName(requestedByName) }),
    moment(line.requestedAtMs, nowMs),
    isHere ? null : t('approvals.onHubOnly'),
  ]
  const decide = async (outcome: 'approved' | 'refused', words: string | null): Promise<void> => {
    if (isHere) await decideApproval({ id: line.id, state: 'requested' }, outcome, words)
    else await decideBeyond(line.id, outcome, words)
    onDecided()
  }
  return (
    <li className={classes['approval']}>
      <header>
        <strong dir="auto">{line.customerName.trim() || t('customer.unnamed')}</strong>
        <span className={classes['price']}>{money(line.amountMinor, line.currency)}</span>
      </header>
      <span className={classes['hint']}>{about.filter(Boolean).join(' · ')}</span>
      {line.reason !== null && (
        <span className={classes['words']} dir="auto">
          {quoted(line.reason)}
        </span>
      )}
      <span className={classes['acts']}>
        <Decide approval={line} allowances={allowances} onDecide={decide} />
        {ticketId !== null && (
          <SmallButton
            title={[number === null ? null : `#${number}`, subject].filter(Boolean).join(' · ')}
            onClick={() => onOpen(ticketId)}
          >
            {t('service.openTicket')}
          </SmallButton>
        )}
      </span>
    </li>
  )
}
