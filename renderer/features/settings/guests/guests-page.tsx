import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agent } from '../../../../shared/domain/people.ts'
import type { GuestAnswer, GuestUse } from '../../../../shared/protocol/guests.ts'
import { isGuest, isStayOver } from '../../../../shared/rules/guests/what-guests-may.ts'
import { Chip } from '../../../components/chip.tsx'
import { Line } from '../../../components/section.tsx'
import { hoursText } from '../../../components/guest-hours.ts'
import { Skeleton } from '../../../components/skeleton.tsx'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { now, useNow } from '../../../lib/clock.ts'
import { calendarDate, listText } from '../../../lib/format.ts'
import { useIsAway } from '../../../stores/sync-store.ts'
import classes from '../settings-dialog.module.css'
import { GuestForm } from './guest-form.tsx'
import { SignInShown } from './sign-in-shown.tsx'
import { useGuestRecords } from './use-guest-records.ts'
import { useKeeper } from './use-keeper.ts'

type Shown =
  | { readonly what: 'form'; readonly guest: Agent | null }
  | { readonly what: 'signIn'; readonly email: string; readonly answer: GuestAnswer }

/** People of other departments who help for a while: let in, changed and ended here by who supervises their teams. */
export function GuestsPage() {
  const directory = useLiveValue('directory.get', {})
  const keeper = useKeeper()
  const [shown, setShown] = useState<Shown | null>(null)
  const { records, used, again } = useGuestRecords()
  if (!directory || !keeper) return <Skeleton rows={4} />
  const done = (): void => setShown(null)
  if (shown?.what === 'signIn') return <SignInShown {...shown} onDone={done} />
  if (shown?.what === 'form')
    return (
      <GuestForm
        guest={shown.guest}
        teams={directory.teams}
        keeper={keeper}
        records={records?.filter(({ agentId }) => agentId === shown.guest?.id) ?? null}
        onDone={(email, answer) => {
          again()
          setShown(answer === null || answer.password === null ? null : { what: 'signIn', email, answer })
        }}
      />
    )
  const guests = directory.agents.filter(({ role }) => isGuest(role))
  return (
    <Overview
      {...{ guests, used }}
      teams={directory.teams}
      onOpen={guest => setShown({ what: 'form', guest })}
    />
  )
}

type OverviewProps = {
  readonly guests: readonly Agent[]
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  /** Null: the hub has not said. */
  readonly used: readonly GuestUse[] | null
  /** Null: a new one. */
  readonly onOpen: (guest: Agent | null) => void
}

function Overview({ guests, teams, used, onOpen }: OverviewProps) {
  const { t } = useTranslation()
  const isAway = useIsAway()
  // Looked at again each minute, and by the second when somebody has just ended one.
  const nowMs = Math.max(useNow(), now())
  const isOver = (guest: Agent): boolean => !guest.isActive || isStayOver(guest, nowMs)
  const inOrder = guests.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)))
  const quartersOf = (id: string): number | null =>
    used?.find(({ agentId }) => agentId === id)?.quarters ?? null
  const detail = ({ id, email, teamIds, guestUntilMs, guestHours }: Agent): string =>
    [
      email,
      listText(
        teams.flatMap(({ id, name }) => (teamIds.includes(id) ? [name] : [])),
        'all',
      ),
      guestUntilMs === null ? t('guests.untilEnded') : t('guests.until', { day: calendarDate(guestUntilMs) }),
      hoursText(guestHours, quartersOf(id)),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <>
      <p className={classes['hint']}>{t('guests.how')}</p>
      <Button
        size="xs"
        my={10}
        variant="default"
        leftSection={<IconPlus size={14} />}
        disabled={isAway}
        onClick={() => onOpen(null)}
      >
        {t('guests.add')}
      </Button>
      {isAway && <p className={classes['hint']}>{t('guests.away')}</p>}
      {guests.length === 0 && <p className={classes['hint']}>{t('guests.nobody')}</p>}
      <ul>
        {inOrder.map(guest => (
          <Line
            key={guest.id}
            title={guest.name}
            detail={detail(guest)}
            aside={isOver(guest) ? <Chip>{t('guests.over')}</Chip> : undefined}
            onOpen={() => onOpen(guest)}
          />
        ))}
      </ul>
    </>
  )
}
