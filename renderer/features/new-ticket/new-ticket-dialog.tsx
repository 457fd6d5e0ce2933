import { Button, Group, Modal, SegmentedControl, Select, TextInput, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormError } from '../../components/form-error.tsx'
import { useAction } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { CustomerFinder } from './customer-finder.tsx'
import { blankTicket, CONTACTS, isComplete, KINDS, ticketIntents } from './ticket-form.ts'
import type { TicketForm } from './ticket-form.ts'

/** A call, somebody at the counter, or a mail to begin with: written down in seconds, offline too. */
export function NewTicketDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'new-ticket')
  return (
    <Modal opened={isOpen} onClose={closeDialog} title={t('commands.ticket.new')} size="lg" closeOnClickOutside={false}>
      {isOpen && <NewTicketForm />}
    </Modal>
  )
}

function NewTicketForm() {
  const { t } = useTranslation()
  const agent = useAgent()
  const directory = useLiveValue('directory.get', {})
  const [form, setForm] = useState<TicketForm>(() => blankTicket())
  const action = useAction('mutations.group')
  const set = (change: Partial<TicketForm>): void => setForm(current => ({ ...current, ...change }))
  const card = useLiveValue('customers.card', form.customerId === null ? null : { customerId: form.customerId })
  const mail = card?.contactPoints.find(point => point.kind === 'email')?.value ?? null
  // A mail needs an address: the customer's own, unless somebody typed another.
  useEffect(() => {
    if (mail !== null) setForm(current => (current.address === '' ? { ...current, address: mail } : current))
  }, [mail])
  const create = async (): Promise<void> => {
    if (!agent) return
    const made = ticketIntents(form, agent.id)
    if ((await action.run({ items: [...made.items] })) === null) return
    closeDialog()
    openTicketInTab(made.ticketId)
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (isComplete(form)) void create()
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && isComplete(form)) void create()
      }}
    >
      <Group justify="space-between" mb={14}>
        <SegmentedControl<TicketForm['contact']>
          aria-label={t('newTicket.contact')}
          value={form.contact}
          onChange={contact => set({ contact })}
          data={CONTACTS.map(value => ({ value, label: t(`newTicket.contacts.${value}`) }))}
        />
        <SegmentedControl<TicketForm['kind']>
          aria-label={t('newTicket.kind')}
          value={form.kind}
          onChange={kind => set({ kind })}
          data={KINDS.map(value => ({ value, label: t(`kind.${value}`) }))}
        />
      </Group>
      <CustomerFinder form={form} onChange={set} />
      {form.contact === 'email' && (
        <TextInput
          mb={12}
          label={t('newTicket.address')}
          type="email"
          value={form.address}
          onChange={event => set({ address: event.currentTarget.value })}
        />
      )}
      <TextInput
        mb={12}
        label={t('newTicket.subject')}
        dir="auto"
        value={form.subject}
        onChange={event => set({ subject: event.currentTarget.value })}
      />
      <Textarea
        mb={12}
        label={t(`newTicket.body.${form.contact}`)}
        autosize
        minRows={4}
        maxRows={14}
        dir="auto"
        value={form.body}
        onChange={event => set({ body: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <Select
          label={t('newTicket.owner')}
          value={form.owner}
          onChange={owner => owner && set({ owner: owner as TicketForm['owner'] })}
          data={[
            { value: 'me', label: t('newTicket.mine') },
            { value: 'nobody', label: t('newTicket.forOthers') },
          ]}
        />
        <Select
          label={t('newTicket.team')}
          value={form.teamId}
          clearable
          onChange={teamId => set({ teamId })}
          data={(directory?.teams ?? []).map(team => ({ value: team.id, label: team.name }))}
        />
        <Select
          label={t('columns.state')}
          value={form.state}
          onChange={state => state && set({ state: state as TicketForm['state'] })}
          data={(['open', 'pending', 'solved'] as const).map(value => ({ value, label: t(`state.${value}`) }))}
        />
      </Group>
      <FormError error={action.error} />
      <Group justify="flex-end" mt={16}>
        <Button variant="subtle" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={action.isBusy} disabled={!isComplete(form)}>
          {t(form.contact === 'email' ? 'newTicket.send' : 'newTicket.create')}
        </Button>
      </Group>
    </form>
  )
}
