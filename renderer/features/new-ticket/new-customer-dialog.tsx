import { Button, Group, Select, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { CHANNELS } from '../../../shared/domain/values.ts'
import type { Channel } from '../../../shared/domain/values.ts'
import { FormError } from '../../components/form-error.tsx'
import { useAction } from '../../data/use-action.ts'
import { openCustomer } from '../../stores/tabs-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { OrganisationFinder } from '../../components/organisation-finder.tsx'
import { SimilarCustomers } from './similar-customers.tsx'
import { blankCustomer, createArgs, hasCustomer } from './customer-form.ts'
import type { CustomerForm } from './customer-form.ts'

/** Somebody nobody has written down yet. */
export function NewCustomerDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'new-customer')
  return (
    <Dialog
      opened={isOpen}
      onClose={closeDialog}
      title={t('commands.customer.new')}
      size="md"
      closeOnClickOutside={false}
    >
      {isOpen && <NewCustomerForm />}
    </Dialog>
  )
}

function NewCustomerForm() {
  const { t } = useTranslation()
  const [form, setForm] = useState(blankCustomer)
  const action = useAction('mutations.group')
  const create = async (): Promise<void> => {
    const { organisation, customer } = createArgs(form)
    const first = organisation ? [{ name: 'organisation.create', args: organisation }] : []
    const done = await action.run({ items: [...first, { name: 'customer.create', args: customer }] })
    if (done === null) return
    closeDialog()
    openCustomer(customer.customerId)
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (hasCustomer(form)) void create()
      }}
    >
      <Fields form={form} onChange={change => setForm(current => ({ ...current, ...change }))} />
      <SimilarCustomers
        name={form.name}
        contact={form.mail || form.phone}
        onChoose={({ id }) => {
          closeDialog()
          openCustomer(id)
        }}
      />
      <FormError error={action.error} />
      <Group justify="flex-end" mt={16}>
        <Button variant="subtle" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={action.isBusy} disabled={!hasCustomer(form)}>
          {t('newCustomer.create')}
        </Button>
      </Group>
    </form>
  )
}

type FieldsProps = { readonly form: CustomerForm; readonly onChange: (change: Partial<CustomerForm>) => void }

function Fields({ form, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const field = (name: 'name' | 'jobTitle' | 'mail' | 'phone' | 'language' | 'facts') => ({
    label: t(`newCustomer.${name}`),
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  })
  return (
    <>
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
          value={form.channel}
          onChange={channel => onChange({ channel })}
          data={CHANNELS.filter(value => value !== 'import').map(value => ({
            value,
            label: t(`channel.${value}`),
          }))}
        />
      </Group>
      <div style={{ marginBottom: 12 }}>
        <OrganisationFinder value={form} mail={form.mail} onChange={onChange} />
      </div>
      <Textarea {...field('facts')} autosize minRows={3} dir="auto" />
    </>
  )
}
