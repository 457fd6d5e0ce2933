import { Group, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CONTACTS, KINDS } from './ticket-form.ts'
import type { TicketForm } from './ticket-form.ts'

type TicketKindChoiceProps = {
  readonly form: TicketForm
  readonly onChange: (change: Partial<TicketForm>) => void
}

/** How the customer came, and what kind of work it is. */
export function TicketKindChoice({ form, onChange }: TicketKindChoiceProps) {
  const { t } = useTranslation()
  return (
    <Group justify="space-between" mb={14}>
      <SegmentedControl<TicketForm['contact']>
        aria-label={t('newTicket.contact')}
        value={form.contact}
        onChange={contact => onChange({ contact })}
        data={CONTACTS.map(value => ({ value, label: t(`newTicket.contacts.${value}`) }))}
      />
      <SegmentedControl<TicketForm['kind']>
        aria-label={t('newTicket.kind')}
        value={form.kind}
        onChange={kind => onChange({ kind })}
        data={KINDS.map(value => ({ value, label: t(`kind.${value}`) }))}
      />
    </Group>
  )
}
