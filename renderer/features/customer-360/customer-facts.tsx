import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { PortraitView } from '../../../shared/contract/portrait.ts'
import { isCallTime } from '../../../shared/rules/local-time.ts'
import { wishedChannel } from '../../../shared/rules/portrait/preferences.ts'
import { useNow } from '../../lib/clock.ts'
import { customerTime } from '../../lib/customer-time.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { capitalised } from '../../lib/capitalised.ts'
import { currencyDigits, languageName, roughMoney } from '../../lib/format.ts'
import classes from './customer-360.module.css'
import { Wishes } from './wishes.tsx'

type Fact = { readonly name: string; readonly value: string; readonly tone?: 'warning' | 'bad' }
type FactsProps = { readonly card: CustomerCard; readonly portrait: PortraitView | null }

/** What they bought within twelve months, else what their contract is worth. */
function moneyOf({ customer }: CustomerCard, portrait: PortraitView | null): string | null {
  const value = portrait?.value
  if (value) {
    const unit = 10 ** currencyDigits(value.currency)
    const whole = Math.round(value.minor / unit) * unit
    const amount = i18next.t('customer.boughtPerYear', { amount: roughMoney(whole, value.currency) })
    return `${i18next.t(`portrait.bands.${value.band}`)} · ${amount}`
  }
  const { yearlyValueMinor: minor, currency } = customer
  if (minor === null) return null
  return i18next.t('customer.contractPerYear', { amount: roughMoney(minor, currency ?? 'EUR') })
}

function valueFact({ card, portrait }: FactsProps): Fact | null {
  const text = [capitalised(card.customer.tier ?? ''), moneyOf(card, portrait)].filter(Boolean).join(' · ')
  return text === '' ? null : { name: i18next.t('customer.value'), value: text }
}

function timeFact({ customer }: CustomerCard, nowMs: number): Fact | null {
  const there = customerTime(customer.timeZone, nowMs)
  if (!there) return null
  const fact = { name: i18next.t('customer.localTime'), value: `${there.clock} ${there.city}` }
  return isCallTime(there) ? fact : { ...fact, tone: 'warning' }
}

/** What they asked for comes before what stands on the card. */
function prefersFact({ card: { customer }, portrait }: FactsProps): Fact | null {
  const preferences = portrait?.preferences ?? []
  const wished = wishedChannel(preferences) ?? customer.preferredChannel
  const spoken = preferences.find(({ subject }) => subject === 'language')?.value ?? customer.language
  const channel = wished === null ? null : dynamicText(`channel.${wished}`)
  const language = spoken === null ? null : languageName(spoken)
  const text = [channel, language].filter(Boolean).join(', ')
  return text === '' ? null : { name: i18next.t('customer.prefers'), value: text }
}

/** Value, their time, how they like to be reached, and what they wish: one row. What is not known takes no room. */
export function CustomerFacts({ card, portrait }: FactsProps) {
  // Re-renders with the language; the texts come from the shared instance.
  useTranslation()
  const nowMs = useNow()
  const all = [valueFact({ card, portrait }), timeFact(card, nowMs), prefersFact({ card, portrait })]
  const facts = all.filter(fact => fact !== null)
  const wishes = portrait?.preferences ?? []
  if (facts.length + wishes.length === 0) return null
  return (
    <div className={classes['factRow']}>
      {facts.length > 0 && (
        <dl className={classes['facts']}>
          {facts.map(({ name, value, tone }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd data-tone={tone} dir="auto">
                {value}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Wishes customerId={card.customer.id} preferences={wishes} />
    </div>
  )
}
