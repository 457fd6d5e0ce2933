import { useTranslation } from 'react-i18next'
import { Section } from '../../components/section.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { money, roughMoney, span } from '../../lib/format.ts'
import classes from './closing.module.css'

/** After a painful incident: why service comes back, and a gesture that fits. The follow-up itself is among the duties. */
export function HandshakeBlock({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const [newest] = useLiveValue('customers.handshakes', { customerId }) ?? []
  if (!newest) return null
  const { downMs, contacts, valueMinor, gestureMinor, currency } = newest
  const reasons = [
    t('between.wasDown', { span: span(downMs) }),
    t('between.contacts', { count: contacts }),
    valueMinor === null || currency === null
      ? null
      : t('customer.perYear', { amount: roughMoney(valueMinor, currency) }),
  ]
  return (
    <Section title={t('between.afterIncident')}>
      <div className={classes['block']}>
        <p>{reasons.filter(Boolean).join(' · ')}</p>
        {gestureMinor !== null && currency !== null && (
          <p>
            <strong>{t('between.gesture', { amount: money(gestureMinor, currency) })}</strong>
          </p>
        )}
      </div>
    </Section>
  )
}
