import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { WhenInput } from '../../components/when-input.tsx'
import { currentTicket } from '../../data/current-ticket.ts'
import { snoozeThread } from '../../data/thread-intents.ts'
import { now } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import { inHours, nextMonday, nextWeek, thisEvening, tomorrowMorning } from '../../lib/moments.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'

/** Until when the thread in focus rests. It wakes at that moment, or when the customer writes. */
export function SnoozeDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'snooze')
  const [untilMs, setUntilMs] = useState(() => tomorrowMorning(now()))
  const nowMs = now()
  const snooze = async (atMs: number): Promise<void> => {
    const current = currentTicket()
    if (current && (await snoozeThread(current.thread, atMs)) !== null) closeDialog()
  }
  const presets = [
    [t('when.inAnHour'), inHours(nowMs, 1)],
    [t('when.inFourHours'), inHours(nowMs, 4)],
    [t('when.thisEvening'), thisEvening(nowMs)],
    [t('when.tomorrow'), tomorrowMorning(nowMs)],
    [t('when.monday'), nextMonday(nowMs)],
    [t('when.nextWeek'), nextWeek(nowMs)],
  ] as const
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('ticket.snoozeUntil')} size="sm">
      <Stack gap={4}>
        {presets.map(([name, atMs], index) => (
          <Button
            key={name}
            variant="subtle"
            justify="space-between"
            data-autofocus={index === 3 || undefined}
            rightSection={moment(atMs, nowMs)}
            onClick={() => void snooze(atMs)}
          >
            {name}
          </Button>
        ))}
      </Stack>
      <Group mt={12} wrap="nowrap" align="flex-start">
        <WhenInput label={t('ticket.snoozeUntil')} valueMs={untilMs} onChange={setUntilMs} />
      </Group>
      <Group justify="flex-end" mt={16}>
        <Button disabled={untilMs <= nowMs} onClick={() => void snooze(untilMs)}>
          {t('ticket.snoozeTill', { time: moment(untilMs, nowMs) })}
        </Button>
      </Group>
    </Dialog>
  )
}
