import { IconClockPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SmallButton } from '../../components/small-button.tsx'
import type { RestingReply } from '../../../shared/contract/sync.ts'
import { undoIntents } from '../../data/undo.ts'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useSeconds } from '../../lib/use-seconds.ts'
import classes from './composer.module.css'

/** Replies of this ticket in their undo window: the seconds that are left, and both ways on. */
export function RestingReplies({ ticketId }: { readonly ticketId: string }) {
  const resting = useLiveValue('sync.resting', {}) ?? []
  return resting
    .filter(reply => reply.ticketId === ticketId)
    .map(reply => <Resting key={reply.mutationId} reply={reply} />)
}

function Resting({ reply }: { readonly reply: RestingReply }) {
  const { t } = useTranslation()
  const seconds = useSeconds(reply.untilMs)
  const { mutationId, to, isKept } = reply
  if (seconds === 0) return null
  return (
    <div className={classes['resting']} role="group" aria-label={t('composer.resting')}>
      <IconClockPause aria-hidden />
      <span dir="auto">
        {to === '' ? t('composer.resting') : t('composer.restingTo', { name: to })}
        {isKept && ` ${t('composer.restingKept')}`}
      </span>
      <span className={classes['seconds']}>{t('composer.secondsLeft', { count: seconds })}</span>
      <SmallButton onClick={() => void undoIntents([mutationId])}>{t('ledger.takeBack')}</SmallButton>
      <SmallButton onClick={() => void act('sync.release', { mutationIds: [mutationId] })}>
        {t('undo.sendNow')}
      </SmallButton>
    </div>
  )
}
