import { Group, Select, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PRIORITIES } from '../../../shared/domain/values.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import type { TicketForm } from './ticket-form.ts'

type TicketHandlingProps = {
  readonly form: TicketForm
  readonly onChange: (change: Partial<TicketForm>) => void
}

const STATES = ['open', 'pending', 'solved'] as const

/** Who goes on with it, and how it stands: a call answered at once may be solved when it is written down. */
export function TicketHandling({ form, onChange }: TicketHandlingProps) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const tags = useLiveValue('views.values', { field: 'tags' })
  return (
    <>
      <Select<TicketForm['owner']>
        label={t('newTicket.owner')}
        value={form.owner}
        onChange={owner => owner && onChange({ owner })}
        data={[
          { value: 'me', label: t('newTicket.mine') },
          { value: 'nobody', label: t('newTicket.forOthers') },
        ]}
      />
      <Select
        label={t('newTicket.team')}
        value={form.teamId}
        clearable
        onChange={teamId => onChange({ teamId })}
        data={(directory?.teams ?? []).map(team => ({ value: team.id, label: team.name }))}
      />
      <Group grow align="flex-start" gap={10}>
        <Select<TicketForm['state']>
          label={t('columns.state')}
          value={form.state}
          onChange={state => state && onChange({ state })}
          data={STATES.map(value => ({ value, label: t(`state.${value}`) }))}
        />
        <Select<TicketForm['priority']>
          label={t('columns.priority')}
          value={form.priority}
          onChange={priority => priority && onChange({ priority })}
          data={PRIORITIES.map(value => ({ value, label: t(`priority.${value}`) }))}
        />
      </Group>
      <TagsInput
        label={t('columns.tags')}
        value={[...form.tags]}
        onChange={next => onChange({ tags: next })}
        data={[...(tags ?? [])]}
      />
    </>
  )
}
