import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PURCHASE_STEPS } from '../../../../shared/domain/cases.ts'
import type { Need } from '../../../../shared/domain/cases.ts'
import type { Product } from '../../../../shared/domain/commerce.ts'
import { LineMenu } from '../../../components/line-menu.tsx'
import { Line, Section } from '../../../components/section.tsx'
import { SmallButton } from '../../../components/small-button.tsx'
import { stepNeed } from '../../../data/case-intents.ts'
import { canInsert, insertWords } from '../../../data/insert-words.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { money } from '../../../lib/format.ts'
import { openCase } from '../../../stores/case-store.ts'
import classes from '../cases/cases.module.css'
import { HandToSales } from './hand-to-sales.tsx'
import { shortlistWords } from './product-words.ts'

const LAST = PURCHASE_STEPS.at(-1) ?? ''
const isUnderWay = ({ steps }: Need): boolean => !steps.includes(LAST)

/** What the customer looks for, the shortlist, and how far helping them has come. */
export function Needs({ needs }: { readonly needs: readonly Need[] }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const open = needs.filter(isUnderWay)
  const done = needs.filter(need => !isUnderWay(need))
  if (needs.length === 0) return null
  return (
    <Section title={t('cases.needs')}>
      <ul>
        {open.map(need => (
          <NeedLine key={need.id} need={need} />
        ))}
        {done.length > 0 && (
          <li>
            <SmallButton aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t('cases.needsDone', { count: done.length })}
            </SmallButton>
          </li>
        )}
        {isOpen && done.map(need => <NeedLine key={need.id} need={need} />)}
      </ul>
    </Section>
  )
}

function NeedLine({ need }: { readonly need: Need }) {
  const { t } = useTranslation()
  const products = useLiveValue('products.list', {}) ?? []
  const [isHanding, setHanding] = useState(false)
  const { id, customerId, ticketId, occasion, wishes, budgetMinor, currency, productIds } = need
  const chosen = productIds.flatMap((productId): Product[] => {
    const product = products.find(each => each.id === productId)
    return product ? [product] : []
  })
  const budget =
    budgetMinor === null || currency === null
      ? null
      : t('cases.upTo', { amount: money(budgetMinor, currency) })
  const title = occasion || wishes.join(', ')
  return (
    <>
      <Line
        title={title}
        detail={
          <>
            {[budget, occasion === '' ? null : wishes.join(', ')].filter(Boolean).join(' · ')}
            {chosen.length > 0 && (
              <span className={classes['words']}>{chosen.map(({ name }) => name).join(', ')}</span>
            )}
            <PurchaseSteps need={need} onHandOver={() => setHanding(true)} />
          </>
        }
        quiet={
          <LineMenu
            what={title}
            actions={[
              {
                label: t('cases.openNeed'),
                run: () => openCase({ form: 'need', needId: id }, { customerId, ticketId }),
              },
              canInsert() && chosen.length > 0
                ? {
                    label: t('cases.insertShortlist'),
                    run: () => insertWords(shortlistWords(chosen.map(product => ({ product, wishes: [] })))),
                  }
                : null,
            ]}
          />
        }
      />
      {isHanding && (
        <li>
          <HandToSales need={need} products={chosen} onDone={() => setHanding(false)} />
        </li>
      )}
    </>
  )
}

type PurchaseStepsProps = { readonly need: Need; readonly onHandOver: () => void }

/** Handing over is asked about first: somebody else gets to know what the customer looks for. */
function PurchaseSteps({ need, onHandOver }: PurchaseStepsProps) {
  const { t } = useTranslation()
  return (
    <span className={classes['stepsDone']} role="group" aria-label={t('cases.purchaseHelp')}>
      {PURCHASE_STEPS.map(step => {
        const isDone = need.steps.includes(step)
        return (
          <Checkbox
            key={step}
            size="xs"
            label={t(`cases.purchase.${step}`)}
            checked={isDone}
            onChange={() => {
              if (step === 'handed-over' && !isDone) onHandOver()
              else void stepNeed(need, step, !isDone)
            }}
          />
        )
      })}
    </span>
  )
}
