import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_LEASE_MS, SHORTEST_LEASE_MS } from '../../../shared/rules/leases.ts'
import { maySupervise } from '../../../shared/rules/supervising.ts'
import type { ShownLease } from '../../../shared/contract/tickets.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useRunning } from '../../components/lease.tsx'
import { WhenInput } from '../../components/when-input.tsx'
import { takeLease, takeLeases } from '../../data/lease-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { now } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import { inHours, thisEvening, tomorrowEvening } from '../../lib/moments.ts'
import { useAgent } from '../../stores/session-store.ts'
import { activeTicketId, useTabs } from '../../stores/tabs-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import classes from './offline.module.css'

/** For how long tickets are held before going offline: the picked ones, else the one in front. */
export function LeaseDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'lease')
  const asked = useUi(state => state.leaseFor)
  const front = useTabs(activeTicketId)
  const ticketIds = asked.length > 0 ? asked : [front].filter(id => id !== null)
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('lease.title', { count: ticketIds.length })}>
      {isOpen && <Spans ticketIds={ticketIds} />}
    </Dialog>
  )
}

const isPossible = (forMs: number): boolean => forMs >= SHORTEST_LEASE_MS && forMs <= LONGEST_LEASE_MS

function Spans({ ticketIds }: { readonly ticketIds: readonly string[] }) {
  const { t } = useTranslation()
  const [untilMs, setUntilMs] = useState(() => thisEvening(now()))
  const [only] = ticketIds
  const single = ticketIds.length === 1 && only !== undefined ? only : null
  const held = useHeld(single)
  const nowMs = now()
  const hold = async (atMs: number): Promise<void> => {
    const forMs = atMs - now()
    if (single === null) takeLeases({ ticketIds, forMs })
    else if (!(await takeLease(single, forMs, held.lease?.id ?? null))) return
    closeDialog()
  }
  const presets = [
    [t('lease.hours', { count: 2 }), inHours(nowMs, 2)],
    [t('lease.hours', { count: 4 }), inHours(nowMs, 4)],
    [t('lease.hours', { count: 8 }), inHours(nowMs, 8)],
    [t('when.thisEvening'), thisEvening(nowMs)],
    [t('lease.tomorrowEvening'), tomorrowEvening(nowMs)],
  ] as const
  if (held.lease && !held.mayTakeOver) return <Taken lease={held.lease} />
  return (
    <>
      <p className={classes['intro']}>{t('lease.intro')}</p>
      {held.lease && <Taken lease={held.lease} />}
      <Stack gap={4}>
        {presets.map(([name, atMs], index) => (
          <Button
            key={name}
            variant="subtle"
            justify="space-between"
            data-autofocus={index === 1 || undefined}
            rightSection={moment(atMs, nowMs)}
            disabled={!isPossible(atMs - nowMs)}
            onClick={() => void hold(atMs)}
          >
            {name}
          </Button>
        ))}
      </Stack>
      <Group justify="space-between" mt={12}>
        <WhenInput label={t('lease.untilWhen')} valueMs={untilMs} onChange={setUntilMs} isBare />
        <Button disabled={!isPossible(untilMs - nowMs)} onClick={() => void hold(untilMs)}>
          {t(held.lease ? 'lease.takeOverUntil' : 'lease.holdUntil', { time: moment(untilMs, nowMs) })}
        </Button>
      </Group>
    </>
  )
}

/** Who has the ticket already, and whether the agent may take it from them. */
function useHeld(ticketId: string | null) {
  const agent = useAgent()
  const view = useLiveValue('tickets.get', ticketId === null ? null : { ticketId })
  const running = useRunning(view?.lease ?? null)
  const lease = running !== null && running.agentId !== agent?.id ? running : null
  return { lease, mayTakeOver: maySupervise(agent?.role ?? 'other') }
}

function Taken({ lease }: { readonly lease: ShownLease }) {
  const { t } = useTranslation()
  const name = lease.agentName ?? t('ticket.colleague')
  return <p className={classes['taken']}>{t('lease.taken', { name, time: moment(lease.untilMs, now()) })}</p>
}
