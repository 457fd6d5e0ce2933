import { Button, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../../../shared/contract/cases.ts'
import type { CustomerCard } from '../../../../shared/contract/customers.ts'
import type { Need } from '../../../../shared/domain/cases.ts'
import type { Product } from '../../../../shared/domain/commerce.ts'
import { shortlist } from '../../../../shared/rules/cases/shortlist.ts'
import type { Fit } from '../../../../shared/rules/cases/shortlist.ts'
import { canInsert, insertWords } from '../../../data/insert-words.ts'
import { useAction } from '../../../data/use-action.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { makeId } from '../../../lib/make-id.ts'
import { closeCase } from '../../../stores/case-store.ts'
import { AmountInput } from '../../../components/amount-input.tsx'
import { CaseForm } from '../cases/case-form.tsx'
import { FitList } from './fit-list.tsx'
import { shortlistWords } from './product-words.ts'

type NeedFormProps = {
  readonly card: CustomerCard
  readonly cases: CustomerCases
  readonly ticketId: string | null
  readonly needId: string | null
}
const FALLBACK_CURRENCY = 'EUR'
const NOTHING = { occasion: '', budgetMinor: 0, wishes: [], productIds: [] } as const
const MOST_FITS = 6

type Sought = Pick<Need, 'occasion'> & {
  readonly wishes: readonly string[]
  readonly productIds: readonly string[]
  /** 0: nothing was said. */
  readonly budgetMinor: number
}
const soughtOf = (need: Need | undefined): Sought =>
  need ? { ...need, budgetMinor: need.budgetMinor ?? 0 } : NOTHING

/** All words offered as wishes: what the products of the catalogue are said to suit. */
const knownWishes = (products: readonly Product[]): string[] =>
  [...new Set(products.flatMap(({ tags }) => tags ?? []))].toSorted()

/** What the customer looks for, and what fits: each product with what speaks for it. */
export function NeedForm({ card, cases, ticketId, needId }: NeedFormProps) {
  const { t } = useTranslation()
  const known = cases.needs.find(({ id }) => id === needId)
  const [sought, setSought] = useState(() => soughtOf(known))
  const products = useLiveValue('products.list', {}) ?? []
  const action = useAction('need.capture')
  const currency = known?.currency ?? card.customer.currency ?? FALLBACK_CURRENCY
  const { occasion, wishes, budgetMinor, productIds } = sought
  const change = (part: Partial<Sought>): void => setSought(before => ({ ...before, ...part }))
  const budget = budgetMinor === 0 ? null : budgetMinor
  const fits = shortlist({ occasion, wishes, budgetMinor: budget, currency }, products, MOST_FITS)
  const save = async (): Promise<void> => {
    const about = { customerId: card.customer.id, ticketId, currency, seen: known?.updatedAtMs ?? null }
    const content = { occasion: occasion.trim(), budgetMinor: budget, wishes: [...wishes] }
    const ids = { needId: known?.id ?? makeId(), productIds: [...productIds] }
    if ((await action.run({ ...about, ...content, ...ids })) !== null) closeCase()
  }
  const insert = async (): Promise<void> => {
    await save()
    insertWords(wordsOf(productIds, fits, products))
  }
  return (
    <CaseForm
      action={t('cases.saveNeed')}
      isReady={occasion.trim() !== '' || wishes.length > 0}
      isBusy={action.isBusy}
      error={action.error}
      onSubmit={save}
      also={
        canInsert() && productIds.length > 0 ? (
          <Button variant="default" onClick={() => void insert()}>
            {t('cases.saveAndInsert')}
          </Button>
        ) : undefined
      }
    >
      <SoughtFields sought={sought} currency={currency} products={products} onChange={change} />
      <FitList
        fits={fits}
        products={products}
        currency={currency}
        chosen={productIds}
        onChange={ids => change({ productIds: ids })}
      />
    </CaseForm>
  )
}

/** What was chosen, with the wishes that speak for each. */
function wordsOf(chosen: readonly string[], fits: readonly Fit[], products: readonly Product[]): string {
  const wishesOf = (id: string): readonly string[] =>
    (fits.find(each => each.productId === id)?.reasons ?? []).flatMap(reason =>
      reason.kind === 'wish' ? [reason.value] : [],
    )
  return shortlistWords(
    chosen.flatMap(id => {
      const product = products.find(each => each.id === id)
      return product ? [{ product, wishes: wishesOf(id) }] : []
    }),
  )
}

type SoughtFieldsProps = {
  readonly sought: Sought
  readonly currency: string
  readonly products: readonly Product[]
  readonly onChange: (part: Partial<Sought>) => void
}

function SoughtFields({ sought, currency, products, onChange: change }: SoughtFieldsProps) {
  const { t } = useTranslation()
  const { occasion, wishes, budgetMinor } = sought
  return (
    <>
      <TextInput
        data-autofocus
        dir="auto"
        label={t('cases.occasion')}
        placeholder={t('cases.occasionHint')}
        maxLength={2_000}
        value={occasion}
        onChange={event => change({ occasion: event.currentTarget.value })}
      />
      <TagsInput
        label={t('cases.wishes')}
        data={knownWishes(products)}
        value={[...wishes]}
        onChange={next => change({ wishes: next })}
      />
      <AmountInput
        label={t('cases.budget', { currency })}
        currency={currency}
        minor={budgetMinor}
        onChange={minor => change({ budgetMinor: minor })}
      />
    </>
  )
}
