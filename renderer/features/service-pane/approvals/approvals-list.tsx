import { useTranslation } from 'react-i18next'
import type { ApprovalLine } from '../../../../shared/contract/cases.ts'
import type { Allowance } from '../../../../shared/domain/cases.ts'
import { Skeleton } from '../../../components/skeleton.tsx'
import { SmallButton } from '../../../components/small-button.tsx'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { useNow } from '../../../lib/clock.ts'
import { dynamicText } from '../../../lib/dynamic-text.ts'
import { money, moment } from '../../../lib/format.ts'
import { shortName } from '../../../lib/short-name.ts'
import { closeCase } from '../../../stores/case-store.ts'
import { openTicketInTab } from '../../../stores/tabs-store.ts'
import classes from '../cases/cases.module.css'
import { Decide } from './decide.tsx'

/** Amounts over somebody's limit that wait for a supervisor, the oldest first. */
export function ApprovalsList() {
  const { t } = useTranslation()
  const waiting = useLiveValue('approvals.waiting', {})
  const allowances = useLiveValue('allowances.list', {})
  if (!waiting || !allowances) return <Skeleton rows={3} />
  if (waiting.length === 0) return <p className={classes['hint']}>{t('cases.noneWait')}</p>
  return (
    <ul className={classes['items']}>
      {waiting.map(approval => (
        <Waiting key={approval.id} approval={approval} allowances={allowances} />
      ))}
    </ul>
  )
}

type WaitingProps = { readonly approval: ApprovalLine; readonly allowances: readonly Allowance[] }

function Waiting({ approval, allowances }: WaitingProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { subjectKind, customerName, amountMinor, currency, ticketId, number, subject } = approval
  const asker = approval.requestedByName === null ? null : shortName(approval.requestedByName)
  const about = [
    dynamicText(`cases.subject.${subjectKind}`),
    asker === null ? null : t('cases.askedBy', { name: asker }),
    moment(approval.requestedAtMs, nowMs),
  ]
  const ticket = [number === null ? null : `#${number}`, subject].filter(Boolean).join(' · ')
  return (
    <li className={classes['approval']}>
      <header>
        <strong dir="auto">{customerName}</strong>
        <span className={classes['price']}>{money(amountMinor, currency)}</span>
      </header>
      <span className={classes['hint']}>{about.filter(Boolean).join(' · ')}</span>
      {approval.reason !== null && (
        <span className={classes['words']} dir="auto">
          “{approval.reason}”
        </span>
      )}
      <span className={classes['acts']}>
        <Decide approval={approval} allowances={allowances} />
        {ticketId !== null && (
          <SmallButton
            title={ticket}
            onClick={() => {
              closeCase()
              openTicketInTab(ticketId)
            }}
          >
            {t('service.openTicket')}
          </SmallButton>
        )}
      </span>
    </li>
  )
}
