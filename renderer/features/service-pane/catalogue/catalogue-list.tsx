import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Product } from '../../../../shared/domain/commerce.ts'
import { searchProducts } from '../../../../shared/rules/cases/shortlist.ts'
import { Chip } from '../../../components/chip.tsx'
import { canInsert, insertWords } from '../../../data/insert-words.ts'
import { act } from '../../../data/use-action.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { closeCase } from '../../../stores/case-store.ts'
import formClasses from '../../../components/dialog-form.module.css'
import classes from '../cases/cases.module.css'
import { priceText, productLine } from './product-words.ts'

const SHOWN = 60

/** Puts a product into the reply; without a ticket in front it goes to the clipboard. */
function use(product: Product): void {
  const words = productLine(product)
  if (canInsert()) insertWords(words)
  else void act('app.copyText', { text: words })
  closeCase()
}

/** Everything that is sold, with prices, found as one types; Enter puts the chosen one into the reply. */
export function CatalogueList() {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const products = useLiveValue('products.list', {}) ?? []
  const found = searchProducts(products, typed).slice(0, SHOWN)
  const chosen = found[Math.min(at, found.length - 1)]
  return (
    <div className={formClasses['form']}>
      <TextInput
        data-autofocus
        type="search"
        dir="auto"
        aria-label={t('cases.searchCatalogue')}
        placeholder={t('cases.searchCatalogue')}
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={event => {
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
          else if (event.key === 'Enter' && chosen) use(chosen)
          else return
          event.preventDefault()
        }}
      />
      {found.length === 0 && <p className={formClasses['hint']}>{t('cases.nothingFound')}</p>}
      <ul className={classes['items']} aria-label={t('cases.catalogue')}>
        {found.map(product => (
          <li key={product.id}>
            <button
              type="button"
              className={classes['product']}
              data-selected={product.id === chosen?.id || undefined}
              onClick={() => use(product)}
            >
              <ProductText product={product} />
            </button>
          </li>
        ))}
      </ul>
      <p className={formClasses['hint']}>{t(canInsert() ? 'cases.enterInserts' : 'cases.enterCopies')}</p>
    </div>
  )
}

function ProductText({ product }: { readonly product: Product }) {
  const { sku, description, tags } = product
  return (
    <>
      <strong dir="auto">{product.name}</strong>
      <span className={classes['price']}>{priceText(product)}</span>
      <small dir="auto">{[sku, description].filter(Boolean).join(' · ')}</small>
      {tags !== null && tags.length > 0 && (
        <span className={classes['reasons']}>
          {tags.map(tag => (
            <Chip key={tag}>{tag}</Chip>
          ))}
        </span>
      )}
    </>
  )
}
