import { useTranslation } from 'react-i18next'
import type { LedgerLine } from '../../../shared/contract/sync.ts'
import { Moment } from '../../components/time-text.tsx'
import { undoIntents } from '../../data/undo.ts'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { describeIntent } from '../../lib/describe-intent.ts'
import { useSeconds } from '../../lib/use-seconds.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog, openDialog } from '../../stores/ui-store.ts'
import { DoubtfulWays } from '../../components/doubtful-ways.tsx'
import classes from './ledger.module.css'

const TONES: Readonly<Partial<Record<LedgerLine['state'], 'warning' | 'bad'>>> = {
  resting: 'warning',
  here: 'warning',
  unconfirmed: 'warning',
  unknown: 'warning',
  parked: 'bad',
  bounced: 'bad',
}

/** One act: what it is, where it stands, and the times it was written, taken and delivered. */
export function LedgerRow({ line }: { readonly line: LedgerLine }) {
  return (
    <tr>
      <th scope="row">
        <What line={line} />
      </th>
      <td>
        <span className={classes['state']} data-tone={TONES[line.state]}>
          <State line={line} />
        </span>
        <Ways line={line} />
      </td>
      <td>
        <Moment atMs={line.writtenAtMs} />
      </td>
      <td>{line.acceptedAtMs !== null && <Moment atMs={line.acceptedAtMs} />}</td>
      <td>{line.deliveredAtMs !== null && <Moment atMs={line.deliveredAtMs} />}</td>
    </tr>
  )
}

function What({ line }: { readonly line: LedgerLine }) {
  const directory = useLiveValue('directory.get', {})
  const what = describeIntent(line.description, directory)
  const { ticketId } = line
  const about = [line.number === null ? null : `#${line.number}`, line.subject].filter(Boolean).join(' ')
  const open = (id: string): void => {
    closeDialog()
    openTicketInTab(id)
  }
  return (
    <>
      <span dir="auto">{what}</span>
      {ticketId !== null && about !== '' && (
        <button type="button" dir="auto" onClick={() => open(ticketId)}>
          {about}
        </button>
      )}
    </>
  )
}

function State({ line }: { readonly line: LedgerLine }) {
  const { t } = useTranslation()
  if (line.restsUntilMs !== null) return <Resting untilMs={line.restsUntilMs} />
  const tries = line.attempts > 1 ? ` · ${t('ledger.tries', { count: line.attempts })}` : ''
  return `${t(`ledger.states.${line.state}`)}${tries}`
}

function Resting({ untilMs }: { readonly untilMs: number }) {
  const { t } = useTranslation()
  const seconds = useSeconds(untilMs)
  return seconds > 0 ? t('undo.leavesIn', { count: seconds }) : t('ledger.states.here')
}

/** What can be done about it from here. */
function Ways({ line }: { readonly line: LedgerLine }) {
  const { t } = useTranslation()
  const { mutationId, state } = line
  if (state === 'parked')
    return (
      <button type="button" className={classes['way']} onClick={() => openDialog('attention')}>
        {t('ledger.decide')}
      </button>
    )
  if (state === 'unknown' && line.messageId !== null) return <DoubtfulWays messageId={line.messageId} />
  if (state !== 'here' && state !== 'resting') return null
  return (
    <>
      <button type="button" className={classes['way']} onClick={() => void undoIntents([mutationId])}>
        {t('ledger.takeBack')}
      </button>
      {state === 'resting' && (
        <button
          type="button"
          className={classes['way']}
          onClick={() => void act('sync.release', { mutationIds: [mutationId] })}
        >
          {t('undo.sendNow')}
        </button>
      )}
    </>
  )
}
