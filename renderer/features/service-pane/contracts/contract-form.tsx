import { Autocomplete, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../../shared/contract/customers.ts'
import type { Subscription } from '../../../../shared/domain/commerce.ts'
import { SUBSCRIPTION_STATES, SUBSCRIPTION_TERMS } from '../../../../shared/domain/values.ts'
import type { MutationArgs } from '../../../../shared/mutations/index.ts'
import { useAction } from '../../../data/use-action.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { makeId } from '../../../lib/make-id.ts'
import { closeCase } from '../../../stores/case-store.ts'
import { AmountInput } from '../../../components/amount-input.tsx'
import { DayInput } from '../../../components/day-input.tsx'
import { CaseForm } from '../cases/case-form.tsx'

const FALLBACK_CURRENCY = 'EUR'
const NO_TERM = ''

type Content = MutationArgs<'subscription.note'>['content']
type Edits = MutationArgs<'subscription.edit'>['fields']
type Typed = {
  readonly name: string
  readonly number: string
  readonly state: Subscription['state']
  readonly renewsOn: string
  /** 0: nobody has said. */
  readonly minor: number
  readonly term: Subscription['term']
}

const typedOf = (known: Subscription | undefined): Typed => ({
  name: known?.name ?? '',
  number: known?.number ?? '',
  state: known?.state ?? 'active',
  renewsOn: known?.renewsOn ?? '',
  minor: known?.amountMinor ?? 0,
  term: known?.term ?? null,
})

/** What a newer hub calls it stays as it is. */
const ownState = (state: Typed['state']): Content['state'] => (state === 'other' ? 'active' : state)
const ownTerm = (term: Typed['term']): Content['term'] => (term === 'other' ? null : term)

const contentOf = ({ name, number, state, renewsOn, minor, term }: Typed, currency: string): Content => ({
  productId: null,
  name: name.trim(),
  number: number.trim() || null,
  state: ownState(state),
  renewsOn: renewsOn || null,
  amount: minor === 0 ? null : { minor, currency },
  term: ownTerm(term),
})

const moneyOf = ({ amountMinor: minor, currency }: Subscription): Content['amount'] =>
  minor === null || currency === null ? null : { minor, currency }

/** The fields that were written anew. */
function editsOf(known: Subscription, typed: Typed, currency: string): Edits {
  const next = contentOf(typed, currency)
  const before = moneyOf(known)
  return [
    ...(next.name === known.name ? [] : [{ field: 'name' as const, seen: known.name, value: next.name }]),
    ...(next.number === known.number
      ? []
      : [{ field: 'number' as const, seen: known.number, value: next.number }]),
    ...(typed.state === known.state
      ? []
      : [{ field: 'state' as const, seen: known.state, value: next.state }]),
    ...(next.renewsOn === known.renewsOn
      ? []
      : [{ field: 'renewsOn' as const, seen: known.renewsOn, value: next.renewsOn }]),
    ...(typed.term === known.term ? [] : [{ field: 'term' as const, seen: known.term, value: next.term }]),
    ...(next.amount?.minor === before?.minor
      ? []
      : [{ field: 'amount' as const, seen: before, value: next.amount }]),
  ]
}

type ContractFormProps = { readonly card: CustomerCard; readonly subscriptionId: string | null }

/** A contract nobody had written down, or one that is another now. */
export function ContractForm({ card, subscriptionId }: ContractFormProps) {
  const { t } = useTranslation()
  const known = card.service.contracts.find(({ id }) => id === subscriptionId)
  const [typed, setTyped] = useState(() => typedOf(known))
  const products = useLiveValue('products.list', {}) ?? []
  const [note, edit] = [useAction('subscription.note'), useAction('subscription.edit')]
  const currency = known?.currency ?? card.customer.currency ?? FALLBACK_CURRENCY
  const save = async (): Promise<void> => {
    const product = products.find(({ name }) => name === typed.name.trim())
    const content = { ...contentOf(typed, currency), productId: product?.id ?? null }
    const edits = known ? editsOf(known, typed, currency) : []
    if (known && edits.length === 0) return closeCase()
    const done = known
      ? await edit.run({ subscriptionId: known.id, fields: edits })
      : await note.run({ subscriptionId: makeId(), customerId: card.customer.id, content })
    if (done !== null) closeCase()
  }
  return (
    <CaseForm
      action={t(known ? 'common.save' : 'contracts.add')}
      isReady={typed.name.trim() !== ''}
      isBusy={note.isBusy || edit.isBusy}
      error={note.error ?? edit.error}
      onSubmit={save}
    >
      <ContractFields
        typed={typed}
        currency={currency}
        names={[...new Set(products.filter(({ isActive }) => isActive).map(({ name }) => name))]}
        onChange={change => setTyped(before => ({ ...before, ...change }))}
      />
    </CaseForm>
  )
}

type FieldsProps = {
  readonly typed: Typed
  readonly currency: string
  /** Of products: most contracts are named by one. */
  readonly names: string[]
  readonly onChange: (change: Partial<Typed>) => void
}

function ContractFields({ typed, currency, names, onChange }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Autocomplete
        data-autofocus
        dir="auto"
        label={t('contracts.name')}
        limit={8}
        openOnFocus={false}
        maxLength={300}
        data={names}
        value={typed.name}
        onChange={name => onChange({ name })}
      />
      <TextInput
        label={t('contracts.number')}
        maxLength={300}
        value={typed.number}
        onChange={event => onChange({ number: event.currentTarget.value })}
      />
      <DayInput
        label={t('contracts.renewsOn')}
        value={typed.renewsOn}
        onChange={renewsOn => onChange({ renewsOn })}
      />
      <AmountInput
        label={t('contracts.amount', { currency })}
        currency={currency}
        minor={typed.minor}
        onChange={minor => onChange({ minor })}
      />
      <NativeSelect
        label={t('contracts.term')}
        value={typed.term ?? NO_TERM}
        data={[
          { value: NO_TERM, label: t('contracts.noTerm') },
          ...SUBSCRIPTION_TERMS.map(value => ({ value, label: t(`contracts.terms.${value}`) })),
        ]}
        onChange={({ currentTarget }) =>
          onChange({ term: SUBSCRIPTION_TERMS.find(each => each === currentTarget.value) ?? null })
        }
      />
      <NativeSelect
        label={t('contracts.state')}
        value={typed.state}
        data={SUBSCRIPTION_STATES.map(value => ({ value, label: t(`contracts.states.${value}`) }))}
        onChange={({ currentTarget }) =>
          onChange({ state: SUBSCRIPTION_STATES.find(each => each === currentTarget.value) ?? typed.state })
        }
      />
    </>
  )
}
