import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opportunity } from '../../../shared/domain/growth.ts'
import type { Silence } from '../../../shared/rules/experience/silence.ts'
import { passOn } from '../../data/growth-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import classes from './opportunities.module.css'

type PassOnFormProps = {
  readonly opportunity: Opportunity
  readonly silence: Silence | null
  readonly onDone: () => void
}
type To = 'team' | 'address'

/** To whom it goes: a team of ours, or an address outside, where it leaves through the hub. */
export function PassOnForm({ opportunity, silence, onDone }: PassOnFormProps) {
  const { t } = useTranslation()
  const [to, setTo] = useState<To>('team')
  const [teamId, setTeamId] = useState<string | null>(null)
  const [address, setAddress] = useState('')
  const isReady = to === 'team' ? teamId !== null : address.trim() !== ''
  const submit = async (): Promise<void> => {
    const receiver = to === 'team' ? { teamId, address: null } : { teamId: null, address: address.trim() }
    if ((await passOn(opportunity, receiver)) !== null) onDone()
  }
  return (
    <form
      className={classes['inPlace']}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
      onSubmit={event => {
        event.preventDefault()
        if (isReady) void submit()
      }}
    >
      <SegmentedControl<To>
        aria-label={t('growth.to')}
        value={to}
        onChange={setTo}
        data={[
          { value: 'team', label: t('growth.toTeam') },
          { value: 'address', label: t('growth.toAddress') },
        ]}
      />
      {to === 'team' ? (
        <TeamSelect teamId={teamId} onChange={setTeamId} />
      ) : (
        <TextInput
          autoFocus
          dir="auto"
          aria-label={t('growth.address')}
          placeholder={t('growth.address')}
          description={t(silence === null ? 'growth.leavesHow' : 'growth.held.silence')}
          value={address}
          onChange={event => setAddress(event.currentTarget.value)}
        />
      )}
      <div className={classes['actions']}>
        <Button variant="subtle" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={!isReady}>
          {t('growth.passOn')}
        </Button>
      </div>
    </form>
  )
}

type TeamSelectProps = {
  readonly teamId: string | null
  readonly onChange: (teamId: string | null) => void
}

function TeamSelect({ teamId, onChange }: TeamSelectProps) {
  const { t } = useTranslation()
  const teams = useLiveValue('directory.get', {})?.teams ?? []
  return (
    <Select
      autoFocus
      searchable
      aria-label={t('growth.team')}
      placeholder={t('growth.team')}
      data={teams.map(({ id, name }) => ({ value: id, label: name }))}
      value={teamId}
      onChange={onChange}
    />
  )
}
