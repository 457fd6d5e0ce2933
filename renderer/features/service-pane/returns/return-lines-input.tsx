import { Checkbox, NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '../../../../shared/contract/customers.ts'
import { money } from '../../../lib/format.ts'
import classes from '../cases/cases.module.css'

/** How many of a line of the order come back; none: it stays. */
export type Chosen = { readonly id: string; readonly quantity: number }

export const allLines = ({ lines }: OrderView): readonly Chosen[] =>
  lines.map(({ id, quantity }) => ({ id, quantity }))

/** What the chosen lines cost, minor units; of an order without lines the whole of it. */
export const sumOf = ({ lines, totalMinor }: OrderView, chosen: readonly Chosen[]): number =>
  lines.length === 0
    ? totalMinor
    : lines.reduce((sum, line) => sum + line.unitMinor * quantityOf(chosen, line.id), 0)

const quantityOf = (chosen: readonly Chosen[], id: string): number =>
  chosen.find(each => each.id === id)?.quantity ?? 0

type ReturnLinesInputProps = {
  readonly order: OrderView
  readonly chosen: readonly Chosen[]
  readonly onChange: (chosen: readonly Chosen[]) => void
}

/** Which lines of an order come back, and how many of each. */
export function ReturnLinesInput({ order, chosen, onChange }: ReturnLinesInputProps) {
  const { t } = useTranslation()
  const set = (id: string, quantity: number): void =>
    onChange([...chosen.filter(each => each.id !== id), { id, quantity }])
  return (
    <div className={classes['lines']} role="group" aria-label={t('cases.lines')}>
      {order.lines.map(({ id, title, quantity, unitMinor }) => {
        const taken = quantityOf(chosen, id)
        return (
          <div key={id} className={classes['line']}>
            <Checkbox
              label={title}
              checked={taken > 0}
              onChange={event => set(id, event.currentTarget.checked ? quantity : 0)}
            />
            <NumberInput
              size="xs"
              aria-label={t('cases.howMany', { title })}
              min={0}
              max={quantity}
              allowDecimal={false}
              value={taken}
              onChange={value => set(id, Math.min(quantity, Math.max(0, Number(value) || 0)))}
            />
            <output>{money(unitMinor * taken, order.currency)}</output>
          </div>
        )
      })}
    </div>
  )
}
