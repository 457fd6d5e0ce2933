import { useTranslation } from 'react-i18next'
import type { FeedbackKind } from '../../../shared/domain/feedback.ts'
import { statesOf } from '../../../shared/rules/recurrence/feedback-digest.ts'
import type { DigestEntry } from '../../../shared/rules/recurrence/feedback-digest.ts'
import classes from '../../components/report.module.css'
import { quoted } from '../../lib/format.ts'
import { worthOf } from './save-digest.ts'

const LONGEST = 90

export const keyOf = ({ productId, area }: DigestEntry): string => `${productId} ${area}`

/** The newest of what was said, short enough for a line. */
const newestOf = ({ items }: DigestEntry): string => {
  const text = items[0]?.text.trim().replaceAll(/\s+/gu, ' ') ?? ''
  return quoted(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
}

type AreaTableProps = {
  readonly kind: FeedbackKind
  readonly entries: readonly DigestEntry[]
  readonly onOpen: (entry: DigestEntry) => void
}

/** Every area once: what was said last, how often, by how many, what they are worth, and what became of it. */
export function AreaTable({ kind, entries, onOpen }: AreaTableProps) {
  const { t } = useTranslation()
  const isOfProducts = kind === 'product'
  return (
    <div className={classes['scroll']}>
      <table className={classes['report']}>
        <thead>
          <tr>
            {isOfProducts && <th scope="col">{t('recurrence.product')}</th>}
            <th scope="col">{t('productFeedback.area')}</th>
            {(['count', 'customers', 'value'] as const).map(column => (
              <th key={column} scope="col" data-number>
                {t(`productFeedback.column.${column}`)}
              </th>
            ))}
            <th scope="col">{t('productFeedback.column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(entry => (
            <tr key={keyOf(entry)}>
              {isOfProducts && (
                <th scope="row" dir="auto">
                  {entry.productName ?? t('recurrence.noProduct')}
                </th>
              )}
              <Area entry={entry} isHead={!isOfProducts} />
              <td data-number>
                <button
                  type="button"
                  aria-label={t('productFeedback.open', { area: entry.area, count: entry.count })}
                  onClick={() => onOpen(entry)}
                >
                  {entry.count}
                </button>
              </td>
              <td data-number>{entry.customers}</td>
              <td data-number>{worthOf(entry)}</td>
              <td>
                {[
                  ...statesOf(entry)
                    .filter(({ count }) => count > 0)
                    .map(({ state, count }) => `${count} ${t(`relation.feedbackState.${state}`)}`),
                  ...(entry.watched === 0 ? [] : [t('productFeedback.watched', { count: entry.watched })]),
                ].join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Area({ entry, isHead }: { readonly entry: DigestEntry; readonly isHead: boolean }) {
  const words = (
    <>
      <bdi>{entry.area}</bdi>
      <p className={classes['words']} dir="auto">
        {newestOf(entry)}
      </p>
    </>
  )
  return isHead ? <th scope="row">{words}</th> : <td>{words}</td>
}
