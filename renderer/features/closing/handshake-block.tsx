import { useTranslation } from 'react-i18next'
import { canRun } from '../../commands/command-table.ts'
import { Section } from '../../components/section.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { money, roughMoney, span } from '../../lib/format.ts'
import { openCase } from '../../stores/case-store.ts'
import classes from './closing.module.css'

/** After a painful incident: why service comes back, and a gesture that fits. The follow-up itself is among the duties. */
export function HandshakeBlock({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const [newest] = useLiveValue('customers.handshakes', { customerId }) ?? []
  if (!newest) return null
  const { downMs, contacts, valueMinor, gestureMinor, currency, limitMinor, ticketId } = newest
  const isOver = gestureMinor !== null && limitMinor !== null && gestureMinor > limitMinor
  const give = (amountMinor: number): void =>
    openCase(
      { form: 'goodwill', start: { amountMinor, reason: t('between.gestureFor', { span: span(downMs) }) } },
      { customerId, ticketId },
    )
  const reasons = [
    t('between.wasDown', { span: span(downMs) }),
    t('between.contacts', { count: contacts }),
    valueMinor === null || currency === null
      ? null
      : t('customer.contractPerYear', { amount: roughMoney(valueMinor, currency) }),
  ]
  return (
    <Section title={t('between.afterIncident')}>
      <div className={classes['block']}>
        <p>{reasons.filter(Boolean).join(' · ')}</p>
        {gestureMinor !== null && currency !== null && (
          <p>
            <strong>{t('between.gesture', { amount: money(gestureMinor, currency) })}</strong>{' '}
            {canRun('case.goodwill') && (
              <SmallButton onClick={() => give(gestureMinor)}>{t('between.giveGesture')}</SmallButton>
            )}
          </p>
        )}
        {isOver && <p>{t('between.overAllowance')}</p>}
      </div>
    </Section>
  )
}
