import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { isCallTime } from '../../../shared/rules/local-time.ts'
import { useNow } from '../../lib/clock.ts'
import { customerTime } from '../../lib/customer-time.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { languageName, roughMoney } from '../../lib/format.ts'
import classes from './customer-360.module.css'

type Fact = { readonly name: string; readonly value: string; readonly tone?: 'warning' | 'bad' }

const capitalised = (text: string | null): string | null =>
  text === null ? null : text.charAt(0).toLocaleUpperCase() + text.slice(1)

function valueFact({ customer }: CustomerCard): Fact | null {
  const value = customer.yearlyValueMinor
  const money =
    value === null
      ? null
      : i18next.t('customer.perYear', { amount: roughMoney(value, customer.currency ?? 'EUR') })
  const text = [capitalised(customer.tier), money].filter(Boolean).join(' · ')
  return text === '' ? null : { name: i18next.t('customer.value'), value: text }
}

function healthFact({ customer }: CustomerCard): Fact | null {
  const { health } = customer
  if (health === null) return null
  const tone = health < 40 ? ('bad' as const) : ('warning' as const)
  const word = health < 40 ? 'poor' : health < 70 ? 'fair' : 'good'
  const fact = {
    name: i18next.t('customer.health'),
    value: `${health}, ${i18next.t(`customer.healthWord.${word}`)}`,
  }
  return health < 70 ? { ...fact, tone } : fact
}

function timeFact({ customer }: CustomerCard, nowMs: number): Fact | null {
  const there = customerTime(customer.timeZone, nowMs)
  if (!there) return null
  const fact = { name: i18next.t('customer.localTime'), value: `${there.clock} ${there.city}` }
  return isCallTime(there) ? fact : { ...fact, tone: 'warning' }
}

function prefersFact({ customer }: CustomerCard): Fact | null {
  const channel =
    customer.preferredChannel === null ? null : dynamicText(`channel.${customer.preferredChannel}`)
  const language = customer.language === null ? null : languageName(customer.language)
  const text = [channel, language].filter(Boolean).join(', ')
  return text === '' ? null : { name: i18next.t('customer.prefers'), value: text }
}

/** Value, health, their time, how they like to be reached. What is not known takes no room. */
export function CustomerFacts({ card }: { readonly card: CustomerCard }) {
  useTranslation()
  const nowMs = useNow()
  const all = [valueFact(card), healthFact(card), timeFact(card, nowMs), prefersFact(card)]
  const facts = all.filter(fact => fact !== null)
  if (facts.length === 0) return null
  return (
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
  )
}
