import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Product } from '../../../../shared/domain/commerce.ts'
import { searchProducts } from '../../../../shared/rules/cases/shortlist.ts'
import { Skeleton } from '../../../components/skeleton.tsx'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { money } from '../../../lib/format.ts'
import { makeId } from '../../../lib/make-id.ts'
import classes from '../plans-page.module.css'
import { ProductForm } from './product-form.tsx'

/** Shown without a search; of more, one looks for the one. */
const SHOWN = 100
/** So few are found by looking. */
const FEW = 8

const fresh = (): Product => ({
  id: makeId(),
  name: '',
  sku: null,
  currentVersion: null,
  priceMinor: null,
  currency: null,
  isActive: true,
  description: null,
  tags: null,
  version: null,
  reportedAtMs: null,
})

/** What is sold, with prices and what it suits: for supervisors to write. */
export function ProductsPage() {
  const { t } = useTranslation()
  const products = useLiveValue('products.list', {})
  const [edited, setEdited] = useState<Product | null>(null)
  const [typed, setTyped] = useState('')
  if (!products) return <Skeleton rows={5} />
  if (edited) return <ProductForm key={edited.id} product={edited} onDone={() => setEdited(null)} />
  const found = typed.trim() === '' ? products : searchProducts(products, typed)
  return (
    <>
      <p className={classes['hint']}>{t('products.how')}</p>
      {products.length > FEW && (
        <TextInput
          type="search"
          dir="auto"
          aria-label={t('cases.searchCatalogue')}
          placeholder={t('cases.searchCatalogue')}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
        />
      )}
      <ul className={classes['list']}>
        {found.slice(0, SHOWN).map(product => (
          <li key={product.id}>
            <button type="button" onClick={() => setEdited(product)}>
              <strong dir="auto">{product.name}</strong>
              <span>
                {[
                  product.sku,
                  product.priceMinor === null || product.currency === null
                    ? null
                    : money(product.priceMinor, product.currency),
                  product.isActive ? null : t('products.away'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => setEdited(fresh())}>
        {t('products.add')}
      </Button>
    </>
  )
}
