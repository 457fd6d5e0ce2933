import { useTranslation } from 'react-i18next'
import type { LastChange, PendingWrite } from '../../../shared/contract/explain.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { describeIntent } from '../../lib/describe-intent.ts'
import { moment } from '../../lib/format.ts'
import classes from './why.module.css'

/** The end of an id is what differs most; the whole is in the tooltip. */
const shortId = (id: string): string => id.slice(-8)

function Receipt({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <span className={classes['receipt']} title={id}>
      {t('why.receipt', { id: shortId(id) })}
    </span>
  )
}

/** Work of this laptop on the field: what, by whom, when, and how far it has come. */
export function PendingLine({ write }: { readonly write: PendingWrite }) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const nowMs = useNow()
  return (
    <p data-parked={write.state === 'parked' || undefined} dir="auto">
      {t('why.pending', {
        what: describeIntent(write.description, directory),
        who: write.authorName ?? t('ticket.colleague'),
        time: moment(write.writtenAtMs, nowMs),
        state: t(`ledger.states.${write.state}`),
      })}{' '}
      <Receipt id={write.mutationId} />
    </p>
  )
}

/** Who changed it last on the hub, as far as that was recorded. */
export function LastChangeLine({ change }: { readonly change: LastChange | null }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  if (change === null) return null
  const facts = { who: change.actorName ?? t('ticket.automation'), time: moment(change.atMs, nowMs) }
  const isBeginning = change.event === 'ticket.created' || change.event === 'customer.created'
  return (
    <p dir="auto">
      {t(isBeginning ? 'why.began' : 'why.changed', facts)}
      {change.acceptedAtMs !== null &&
        ` ${t('why.fromHere', { time: moment(change.acceptedAtMs, nowMs) })}`}{' '}
      {change.mutationId !== null && <Receipt id={change.mutationId} />}
    </p>
  )
}
