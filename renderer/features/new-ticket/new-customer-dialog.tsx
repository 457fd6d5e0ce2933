import { Button, Group, Modal, Select, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNELS } from '../../../shared/domain/values.ts'
import type { Channel } from '../../../shared/domain/values.ts'
import { FormError } from '../../components/form-error.tsx'
import { useAction } from '../../data/use-action.ts'
import { makeId } from '../../lib/make-id.ts'
import { openCustomer } from '../../stores/tabs-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { contactPointOf } from './ticket-form.ts'

/** Somebody nobody has written down yet. */
export function NewCustomerDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'new-customer')
  return (
    <Modal opened={isOpen} onClose={closeDialog} title={t('commands.customer.new')} size="md" closeOnClickOutside={false}>
      {isOpen && <NewCustomerForm />}
    </Modal>
  )
}

const blank = { name: '', jobTitle: '', mail: '', phone: '', language: '', facts: '' }

function NewCustomerForm() {
  const { t } = useTranslation()
  const [form, setForm] = useState(blank)
  const [channel, setChannel] = useState<Channel | null>(null)
  const action = useAction('customer.create')
  const isComplete = [form.name, form.mail, form.phone].some(text => text.trim() !== '')
  const field = (name: keyof typeof blank) => ({
    label: t(`newCustomer.${name}`),
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setForm(current => ({ ...current, [name]: value }))
    },
  })
  const create = async (): Promise<void> => {
    const customerId = makeId()
    const points = [...contactPointOf(form.mail), ...contactPointOf(form.phone)]
    const done = await action.run({
      customerId,
      name: form.name.trim(),
      organisationId: null,
      jobTitle: form.jobTitle.trim() || null,
      language: form.language.trim() || null,
      timeZone: null,
      preferredChannel: channel,
      labels: [],
      facts: form.facts,
      contactPoints: points,
    })
    if (done === null) return
    closeDialog()
    openCustomer(customerId)
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (isComplete) void create()
      }}
    >
      <Group grow mb={12}>
        <TextInput {...field('name')} data-autofocus dir="auto" />
        <TextInput {...field('jobTitle')} dir="auto" />
      </Group>
      <Group grow mb={12}>
        <TextInput {...field('mail')} type="email" />
        <TextInput {...field('phone')} type="tel" />
      </Group>
      <Group grow mb={12}>
        <TextInput {...field('language')} placeholder="es, pt-BR" />
        <Select<Channel>
          label={t('customer.field.preferredChannel')}
          clearable
          value={channel}
          onChange={setChannel}
          data={CHANNELS.filter(value => value !== 'import').map(value => ({ value, label: t(`channel.${value}`) }))}
        />
      </Group>
      <Textarea {...field('facts')} autosize minRows={3} dir="auto" />
      <FormError error={action.error} />
      <Group justify="flex-end" mt={16}>
        <Button variant="subtle" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={action.isBusy} disabled={!isComplete}>
          {t('newCustomer.create')}
        </Button>
      </Group>
    </form>
  )
}
