import { IconHeartHandshake } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import { finishOf } from '../../../shared/rules/closing/two-closings.ts'
import { runCommand } from '../../commands/command-table.ts'
import { SmallButton } from '../../components/small-button.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { workOn } from '../../stores/ui-store.ts'
import classes from './triage-line.module.css'

/**
 * How a ticket of both kinds stands between its two closings, once one of them is there: the relationship step is open,
 * to do or to waive with a reason; or it was waived, and why; or support is what is left.
 */
export function FinishLine({ view }: { readonly view: TicketView }) {
  const { function: part, relationship } = finishOf(view.threads, [])
  if (part === null || relationship === null) return null
  if (relationship === 'done') return <Ended ticketId={view.ticket.id} />
  return part === 'solved' ? <StillOpen /> : null
}

function StillOpen() {
  const { t } = useTranslation()
  const write = (): void => {
    workOn('service')
    runCommand('reply.write')
  }
  return (
    <div className={classes['line']} role="group" aria-label={t('between.finishLabel')}>
      <span className={classes['what']}>
        <IconHeartHandshake size={15} stroke={1.6} aria-hidden />
        {t('between.relationshipOpen')}
      </span>
      <span className={classes['space']} />
      <SmallButton onClick={write}>{t('between.doStep')}</SmallButton>
      <SmallButton onClick={() => runCommand('relationship.waive')}>{t('between.waive')}</SmallButton>
    </div>
  )
}

/** Its room is there before it is known what stands in it. */
function Ended({ ticketId }: { readonly ticketId: string }) {
  const { t } = useTranslation()
  const view = useLiveValue('tickets.closing', { ticketId })
  const finish = view && finishOf(view.threads, view.closings)
  const waived = view?.closings.find(({ relationship }) => relationship === 'waived')
  const said =
    finish?.relationship === 'waived' ? 'waived' : finish?.isFinished === true ? 'finished' : 'done'
  return (
    <div className={classes['line']} role="group" aria-label={t('between.finishLabel')}>
      {view && (
        <span className={classes['what']} dir="auto">
          <IconHeartHandshake size={15} stroke={1.6} aria-hidden />
          {t(`between.finish.${said}`, { reason: waived?.reason ?? '' })}
        </span>
      )}
    </div>
  )
}
