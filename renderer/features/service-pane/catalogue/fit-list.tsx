import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Product } from '../../../../shared/domain/commerce.ts'
import type { Fit } from '../../../../shared/rules/cases/shortlist.ts'
import { Chip } from '../../../components/chip.tsx'
import formClasses from '../../../components/dialog-form.module.css'
import classes from '../cases/cases.module.css'
import { priceText, reasonText } from './product-words.ts'

type FitListProps = {
  readonly fits: readonly Fit[]
  readonly products: readonly Product[]
  readonly currency: string
  readonly chosen: readonly string[]
  readonly onChange: (productIds: string[]) => void
}

/** What fits, best first, with its reasons; ticked products are the shortlist. */
export function FitList({ fits, products, currency, chosen, onChange }: FitListProps) {
  const { t } = useTranslation()
  const byId = new Map(products.map(product => [product.id, product]))
  // What was chosen stays in sight when the words no longer speak for it.
  const others = chosen.filter(id => !fits.some(({ productId }) => productId === id))
  const shown = [...fits, ...others.map(productId => ({ productId, score: 0, reasons: [] }))]
  if (shown.length === 0) return <p className={formClasses['hint']}>{t('cases.sayWhat')}</p>
  const toggle = (id: string): void =>
    onChange(chosen.includes(id) ? chosen.filter(each => each !== id) : [...chosen, id])
  return (
    <ul className={classes['items']} aria-label={t('cases.shortlist')}>
      {shown.map(({ productId, reasons }) => {
        const product = byId.get(productId)
        if (!product) return null
        return (
          <li key={productId} className={classes['fit']}>
            <Checkbox
              label={[product.name, priceText(product)].filter(Boolean).join(' · ')}
              description={product.description ?? undefined}
              checked={chosen.includes(productId)}
              onChange={() => toggle(productId)}
            />
            <span className={classes['reasons']}>
              {reasons.map(reason => (
                <Chip
                  key={`${reason.kind}${'value' in reason ? reason.value : ''}`}
                  tone={reason.kind === 'over-budget' ? 'warning' : 'plain'}
                >
                  {reasonText(reason, currency)}
                </Chip>
              ))}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
