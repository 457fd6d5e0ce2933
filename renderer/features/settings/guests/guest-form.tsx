import { Button, MultiSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agent, Team } from '../../../../shared/domain/people.ts'
import type { GuestAnswer, GuestRecord, GuestRequest } from '../../../../shared/protocol/guests.ts'
import type { AppError } from '../../../../shared/errors.ts'
import type { Keeper } from '../../../../shared/rules/guests/may-keep-guests.ts'
import { mayChangeTeams, mayKeepGuest } from '../../../../shared/rules/guests/may-keep-guests.ts'
import { MOST_HOURS } from '../../../../shared/rules/guests/guest-hours.ts'
import { isStayOver } from '../../../../shared/rules/guests/what-guests-may.ts'
import { useAction } from '../../../data/use-action.ts'
import { now } from '../../../lib/clock.ts'
import { errorText } from '../../../lib/error-text.ts'
import { toInput } from '../../../lib/moments.ts'
import { useIsAway } from '../../../stores/sync-store.ts'
import form from '../content-form.module.css'
import classes from '../settings-dialog.module.css'
import { GuestHistory } from './guest-history.tsx'

type GuestFormProps = {
  /** Null: a new one. */
  readonly guest: Agent | null
  readonly teams: readonly Team[]
  readonly keeper: Keeper
  /** Null: the hub has not said. */
  readonly records: readonly GuestRecord[] | null
  /** With the hub's answer when something was done. */
  readonly onDone: (email: string, answer: GuestAnswer | null) => void
}

const EMAIL = /^[^\s@]+@[^\s@]+$/
/** The end of a chosen day, here; null: no end is set. */
const endOf = (day: string): number | null => (day === '' ? null : new Date(`${day}T23:59:59`).getTime())
const dayOf = (atMs: number | null): string => (atMs === null ? '' : toInput(atMs).slice(0, 10))

function wordsOf(error: AppError): string {
  const { what, safe, next } = errorText(error)
  return [what, safe, next].filter(Boolean).join(' ')
}

type Written = {
  readonly name: string
  readonly email: string
  readonly teamIds: readonly string[]
  readonly untilMs: number | null
  /** A week; null: none are agreed. */
  readonly hours: number | null
}

const asStands = (guest: Agent | null): Written => ({
  name: guest?.name ?? '',
  email: guest?.email ?? '',
  teamIds: guest?.teamIds ?? [],
  untilMs: guest?.guestUntilMs ?? null,
  hours: guest?.guestHours ?? null,
})

const isHours = (hours: number | null): boolean => hours === null || (hours >= 1 && hours <= MOST_HOURS)

const isWhole = ({ name, email, untilMs, hours }: Written): boolean =>
  name.trim() !== '' && EMAIL.test(email.trim()) && (untilMs === null || untilMs > now()) && isHours(hours)

function requestOf(guest: Agent | null, { name, email, teamIds, untilMs, hours }: Written): GuestRequest {
  const stands = { teamIds: [...teamIds], untilMs, hours }
  return guest === null
    ? { act: 'make', name: name.trim(), email: email.trim(), ...stands }
    : { act: 'change', agentId: guest.id, ...stands }
}

/** One guest: who, which teams, until when. Nothing is kept without the hub: it makes the sign-in. */
export function GuestForm({ guest, teams, keeper, records, onDone }: GuestFormProps) {
  const { t } = useTranslation()
  const isAway = useIsAway()
  const { isBusy, error, run } = useAction('guests.act')
  const [written, setWritten] = useState(() => asStands(guest))
  const before = guest?.teamIds ?? []
  const mayTime = guest === null || mayKeepGuest(keeper, before)
  const isReady = isWhole(written) && mayChangeTeams(keeper, before, written.teamIds) && !isAway
  const send = async (request: GuestRequest): Promise<void> => {
    const answer = await run({ request })
    if (answer) onDone(written.email.trim(), answer)
  }
  return (
    <form
      className={form['form']}
      aria-label={guest?.name ?? t('guests.add')}
      onSubmit={event => {
        event.preventDefault()
        if (isReady) void send(requestOf(guest, written))
      }}
    >
      <WhoFields written={written} isKnown={guest !== null} onChange={setWritten} />
      <TeamSelect
        {...{ teams, keeper, before, teamIds: written.teamIds }}
        onChange={teamIds => setWritten({ ...written, teamIds })}
      />
      <LastDay
        untilMs={written.untilMs}
        mayTime={mayTime}
        onChange={untilMs => setWritten({ ...written, untilMs })}
      />
      <Hours hours={written.hours} mayTime={mayTime} onChange={hours => setWritten({ ...written, hours })} />
      {error && <p role="alert">{error.code === 'conflict' ? t('guests.taken') : wordsOf(error)}</p>}
      {isAway && <p className={classes['hint']}>{t('guests.away')}</p>}
      <div className={form['actions']}>
        {guest !== null && mayTime && !isStayOver(guest, now()) && (
          <div className={form['beside']}>
            <Acts guest={guest} isOff={isBusy || isAway} onAct={send} />
          </div>
        )}
        <Button variant="subtle" onClick={() => onDone(written.email, null)}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={!isReady}>
          {t(guest === null ? 'guests.letIn' : 'common.save')}
        </Button>
      </div>
      {guest !== null && <GuestHistory records={records} teams={teams} />}
    </form>
  )
}

type WhoFieldsProps = {
  readonly written: Written
  /** They have an account: name and address are its own. */
  readonly isKnown: boolean
  readonly onChange: (written: Written) => void
}

function WhoFields({ written, isKnown, onChange }: WhoFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        data-autofocus
        dir="auto"
        label={t('guests.name')}
        value={written.name}
        maxLength={300}
        readOnly={isKnown}
        onChange={event => onChange({ ...written, name: event.currentTarget.value })}
      />
      <TextInput
        dir="ltr"
        type="email"
        label={t('guests.email')}
        value={written.email}
        maxLength={320}
        readOnly={isKnown}
        onChange={event => onChange({ ...written, email: event.currentTarget.value })}
      />
    </>
  )
}

type LastDayProps = {
  readonly untilMs: number | null
  readonly mayTime: boolean
  readonly onChange: (untilMs: number | null) => void
}

function LastDay({ untilMs, mayTime, onChange }: LastDayProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      type="date"
      label={t('guests.lastDay')}
      description={t(mayTime ? 'guests.lastDayHint' : 'guests.otherTeams')}
      value={dayOf(untilMs)}
      min={dayOf(now())}
      disabled={!mayTime}
      onChange={event => onChange(endOf(event.currentTarget.value))}
    />
  )
}

type HoursProps = {
  readonly hours: number | null
  readonly mayTime: boolean
  readonly onChange: (hours: number | null) => void
}

function Hours({ hours, mayTime, onChange }: HoursProps) {
  const { t } = useTranslation()
  return (
    <NumberInput
      label={t('guests.hours')}
      description={t(mayTime ? 'guests.hoursHint' : 'guests.otherTeams')}
      min={1}
      max={MOST_HOURS}
      clampBehavior="blur"
      allowDecimal={false}
      allowNegative={false}
      disabled={!mayTime}
      value={hours ?? ''}
      onChange={next => onChange(typeof next === 'number' ? next : null)}
    />
  )
}

type TeamSelectProps = {
  readonly teams: readonly Team[]
  readonly keeper: Keeper
  readonly before: readonly string[]
  readonly teamIds: readonly string[]
  readonly onChange: (teamIds: readonly string[]) => void
}

/** Teams of the keeper's own can be given and taken; those of other supervisors stay. */
function TeamSelect({ teams, keeper, before, teamIds, onChange }: TeamSelectProps) {
  const { t } = useTranslation()
  const isOwn = (id: string): boolean => keeper.role === 'admin' || keeper.teamIds.includes(id)
  const shown = teams.filter(({ id }) => isOwn(id) || before.includes(id))
  return (
    <MultiSelect
      searchable
      label={t('guests.teams')}
      description={t('guests.teamsHint')}
      data={shown.map(({ id, name }) => ({ value: id, label: name, disabled: !isOwn(id) }))}
      value={[...teamIds]}
      onChange={next => onChange([...before.filter(id => !isOwn(id)), ...next.filter(isOwn)])}
    />
  )
}

type ActsProps = {
  readonly guest: Agent
  readonly isOff: boolean
  readonly onAct: (request: GuestRequest) => Promise<void>
}

/** Ending is asked about once more, in the same place: their laptop is emptied. */
function Acts({ guest: { id: agentId }, isOff, onAct }: ActsProps) {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  if (isAsked)
    return (
      <Button data-danger disabled={isOff} onClick={() => void onAct({ act: 'end', agentId })}>
        {t('guests.endNow')}
      </Button>
    )
  return (
    <>
      <Button variant="subtle" disabled={isOff} onClick={() => setAsked(true)}>
        {t('guests.end')}
      </Button>
      <Button variant="subtle" disabled={isOff} onClick={() => void onAct({ act: 'signIn', agentId })}>
        {t('guests.newSignIn')}
      </Button>
    </>
  )
}
