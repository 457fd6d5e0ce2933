import { useTranslation } from 'react-i18next'
import type { AtRiskLine } from '../../../shared/contract/portrait.ts'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { count, roughMoney } from '../../lib/format.ts'
import { reasonText } from '../../lib/portrait-words.ts'
import { EmptyState } from '../empty-state.tsx'
import { LoadFailed } from '../load-failed.tsx'
import classes from '../report.module.css'
import { Skeleton } from '../skeleton.tsx'

type AtRiskListProps = {
  /** What pressing a name does; null: there is nothing of theirs to open here. */
  readonly opens: (line: AtRiskLine) => (() => void) | null
}

/** Who is likely to leave and why, what would be lost most first. */
export function AtRiskList({ opens }: AtRiskListProps) {
  const { t } = useTranslation()
  const found = useLiveQuery('customers.atRisk', {})
  if (found.state === 'loading') return <Skeleton rows={6} />
  if (found.state === 'failed') return <LoadFailed error={found.error} onRetry={found.reload} />
  const { lines, others } = found.value
  if (lines.length === 0) return <EmptyState>{t('atRisk.none')}</EmptyState>
  return (
    <>
      <div className={classes['tall']}>
        <table className={classes['report']}>
          <thead>
            <tr>
              <th scope="col">{t('atRisk.who')}</th>
              <th scope="col">{t('atRisk.why')}</th>
              <th scope="col" data-number>
                {t('atRisk.health')}
              </th>
              <th scope="col" data-number>
                {t('atRisk.value')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <Row key={line.customerId} line={line} opens={opens} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes['note']}>
        {others > 0 && `${t('atRisk.others', { count: others })} `}
        {t('atRisk.how')}
      </p>
    </>
  )
}

type RowProps = AtRiskListProps & { readonly line: AtRiskLine }

function Row({ line, opens }: RowProps) {
  const { t } = useTranslation()
  const { health, value, isSaid } = line
  const open = opens(line)
  const name = line.customerName.trim() || t('customer.unnamed')
  const taken = (health?.reasons ?? []).filter(({ points }) => points < 0).map(reasonText)
  const against = isSaid ? [t('atRisk.said'), ...taken] : taken
  const aside = [line.organisationName, line.isOpen ? t('atRisk.isOpen') : null].filter(Boolean).join(' · ')
  return (
    <tr>
      <th scope="row">
        {open ? (
          <button type="button" dir="auto" onClick={open}>
            {name}
          </button>
        ) : (
          <bdi>{name}</bdi>
        )}
        {aside !== '' && (
          <>
            <br />
            <small dir="auto">{aside}</small>
          </>
        )}
      </th>
      <td>{against.join(' · ')}</td>
      <td data-number>{health ? count(health.score) : ''}</td>
      <td data-number>{value ? roughMoney(value.minor, value.currency) : ''}</td>
    </tr>
  )
}
