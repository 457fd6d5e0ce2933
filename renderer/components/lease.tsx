import { IconLuggage } from '@tabler/icons-react'
import { maySupervise } from '../../shared/rules/supervising.ts'
import type { ShownLease } from '../../shared/contract/tickets.ts'
import { useHubNow } from '../data/hub-now.ts'
import { insertWords } from '../data/insert-words.ts'
import { breakLease, releaseLease } from '../data/lease-intents.ts'
import { fullMoment, moment } from '../lib/format.ts'
import { shortName } from '../lib/short-name.ts'
import { useAgent } from '../stores/session-store.ts'
import { Chip } from './chip.tsx'
import classes from './lease.module.css'
import { SmallButton } from './small-button.tsx'
import { useWords } from '../lib/use-words.ts'

/** The lease as long as it holds by the hub's clock. */
export function useRunning(lease: ShownLease | null): ShownLease | null {
  const nowMs = useHubNow()
  return lease !== null && lease.untilMs > nowMs ? lease : null
}

type LeaseProps = { readonly lease: ShownLease | null }

/** "Lena K. offline until 14:00", or that it is one's own. */
export function LeaseChip({ lease }: LeaseProps) {
  const { t } = useWords()
  const agent = useAgent()
  const nowMs = useHubNow()
  const running = useRunning(lease)
  if (!running) return null
  const time = moment(running.untilMs, nowMs)
  const isMine = running.agentId === agent?.id
  const name = shortName(running.agentName ?? t('ticket.colleague'))
  return (
    <Chip
      tone={isMine ? 'plain' : 'warning'}
      icon={<IconLuggage />}
      title={t('lease.until', { time: fullMoment(running.untilMs) })}
    >
      {isMine ? t('lease.mine', { time }) : t('lease.other', { name, time })}
    </Chip>
  )
}

/** Above the composer: who works on it offline, before anybody answers twice. Warns, and stops nobody. */
export function LeaseLine({ ticketId, lease }: LeaseProps & { readonly ticketId: string }) {
  const { t } = useWords()
  const agent = useAgent()
  const nowMs = useHubNow()
  const running = useRunning(lease)
  const isMine = running?.agentId === agent?.id
  const mayBreak = !isMine && maySupervise(agent?.role ?? 'other')
  const time = running ? moment(running.untilMs, nowMs) : ''
  const name = running?.agentName ?? t('ticket.colleague')
  return (
    <div role="status" className={classes['room']}>
      {running && (
        <p className={classes['line']} data-mine={isMine || undefined}>
          <IconLuggage size={14} aria-hidden />
          <span>{isMine ? t('lease.mineLine', { time }) : t('lease.otherLine', { name, time })}</span>
          {isMine && (
            <SmallButton onClick={() => void releaseLease(ticketId, running)}>
              {t('lease.giveBack')}
            </SmallButton>
          )}
          {!isMine && running.agentName !== null && (
            <SmallButton onClick={() => insertWords(`@${running.agentName} `, 'note')}>
              {t('lease.ask')}
            </SmallButton>
          )}
          {mayBreak && (
            <SmallButton onClick={() => void breakLease(ticketId, running)}>{t('lease.break')}</SmallButton>
          )}
        </p>
      )}
    </div>
  )
}
