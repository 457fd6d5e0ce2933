import { Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Product } from '../../../../shared/domain/commerce.ts'
import { AmountInput } from '../../../components/amount-input.tsx'
import { act } from '../../../data/use-action.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { useNow } from '../../../lib/clock.ts'
import { moment } from '../../../lib/format.ts'
import { ContentForm } from '../content-form.tsx'
import classes from '../plans-page.module.css'

const USUAL = ['EUR', 'USD', 'GBP', 'CHF']
const FALLBACK = 'EUR'

type ProductFormProps = { readonly product: Product; readonly onDone: () => void }

const orNull = (words: string | null): string | null => (words?.trim() ? words.trim() : null)

const save = ({ id, version, reportedAtMs: _reportedAtMs, ...content }: Product) =>
  act('product.set', {
    productId: id,
    seen: version ?? 0,
    content: {
      ...content,
      name: content.name.trim(),
      sku: orNull(content.sku),
      currentVersion: orNull(content.currentVersion),
      description: orNull(content.description),
      tags: content.tags === null || content.tags.length === 0 ? null : [...content.tags],
      // A price without a currency says nothing.
      currency: content.priceMinor === null ? null : (content.currency ?? FALLBACK),
    },
  })

/** A product being written; saved as a version more. */
export function ProductForm({ product, onDone }: ProductFormProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const [edited, setEdited] = useState(product)
  const change = (part: Partial<Product>): void => setEdited(before => ({ ...before, ...part }))
  const { reportedAtMs } = product
  return (
    <ContentForm isReady={edited.name.trim() !== ''} onSave={() => save(edited)} onDone={onDone}>
      {reportedAtMs !== null && (
        <p className={classes['hint']}>{t('products.reported', { date: moment(reportedAtMs, nowMs) })}</p>
      )}
      <TextInput
        autoFocus
        dir="auto"
        label={t('products.name')}
        maxLength={300}
        value={edited.name}
        onChange={event => change({ name: event.currentTarget.value })}
      />
      <Textarea
        autosize
        minRows={2}
        maxRows={6}
        dir="auto"
        label={t('products.description')}
        description={t('products.descriptionHow')}
        value={edited.description ?? ''}
        onChange={event => change({ description: event.currentTarget.value })}
      />
      <Facts edited={edited} onChange={change} />
      <Switch
        label={t('products.offered')}
        checked={edited.isActive}
        onChange={event => change({ isActive: event.currentTarget.checked })}
      />
    </ContentForm>
  )
}

type FactsProps = { readonly edited: Product; readonly onChange: (part: Partial<Product>) => void }

function Facts({ edited, onChange: change }: FactsProps) {
  const { t } = useTranslation()
  const products = useLiveValue('products.list', {}) ?? []
  const currency = edited.currency ?? products.find(each => each.currency !== null)?.currency ?? FALLBACK
  return (
    <>
      <TagsInput
        label={t('products.tags')}
        data={[...new Set(products.flatMap(({ tags }) => tags ?? []))].toSorted()}
        value={[...(edited.tags ?? [])]}
        onChange={tags => change({ tags })}
      />
      <AmountInput
        label={t('products.price')}
        currency={currency}
        minor={edited.priceMinor ?? 0}
        onChange={minor => change({ priceMinor: minor === 0 ? null : minor, currency })}
      />
      <Select
        label={t('products.currency')}
        allowDeselect={false}
        data={[...new Set([currency, ...USUAL])]}
        value={currency}
        onChange={next => next !== null && change({ currency: next })}
      />
      <TextInput
        label={t('products.sku')}
        maxLength={300}
        value={edited.sku ?? ''}
        onChange={event => change({ sku: event.currentTarget.value })}
      />
      <TextInput
        label={t('products.version')}
        description={t('products.versionHow')}
        maxLength={300}
        value={edited.currentVersion ?? ''}
        onChange={event => change({ currentVersion: event.currentTarget.value })}
      />
    </>
  )
}
