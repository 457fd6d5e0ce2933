import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../../shared/contract/customers.ts'
import type { Subscription } from '../../../../shared/domain/commerce.ts'
import { Chip } from '../../../components/chip.tsx'
import { LineMenu } from '../../../components/line-menu.tsx'
import type { LineAction } from '../../../components/line-menu.tsx'
import { useRest } from '../../../components/rest.tsx'
import { Line, Section } from '../../../components/section.tsx'
import { editContract } from '../../../data/customer-intents.ts'
import { canInsert, insertWords } from '../../../data/insert-words.ts'
import { useNow } from '../../../lib/clock.ts'
import { dynamicText } from '../../../lib/dynamic-text.ts'
import { dateOnly, money } from '../../../lib/format.ts'
import { openCase } from '../../../stores/case-store.ts'
import { contractSentence, noonOf } from './contract-words.ts'

const SHOWN = 4
const DAY_MS = 86_400_000
/** A renewal so near is to be talked about. */
const NEAR_MS = 60 * DAY_MS

type ContractsProps = { readonly card: CustomerCard; readonly ticketId: string | null }

/** What they have for a time and when it goes on; told to the customer or changed from here. */
export function Contracts({ card, ticketId }: ContractsProps) {
  const { t } = useTranslation()
  const { contracts } = card.service
  const { id: customerId, language } = card.customer
  const { shown, last } = useRest(contracts, SHOWN)
  if (contracts.length === 0) return null
  return (
    <Section title={t('contracts.title')} detail={contracts.length}>
      <ul>
        {shown.map(contract => (
          <Contract
            key={contract.id}
            contract={contract}
            language={language}
            onEdit={() =>
              openCase({ form: 'contract', subscriptionId: contract.id }, { customerId, ticketId })
            }
          />
        ))}
        {last}
      </ul>
    </Section>
  )
}

type ContractProps = {
  readonly contract: Subscription
  readonly language: string | null
  readonly onEdit: () => void
}

function Contract({ contract, language, onEdit }: ContractProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { name, number, amountMinor, currency, term } = contract
  const price = amountMinor === null || currency === null ? null : money(amountMinor, currency)
  const each = term === null ? null : dynamicText(`contracts.terms.${term}`)
  const untilMs = contract.renewsOn === null ? Number.NaN : noonOf(contract.renewsOn) - nowMs
  const isNear = contract.state === 'active' && untilMs <= NEAR_MS && untilMs >= -DAY_MS
  return (
    <Line
      title={[name, number].filter(Boolean).join(' · ')}
      detail={[standing(contract, nowMs, t), [price, each].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join(' · ')}
      aside={isNear ? <Chip tone="warning">{t('contracts.soon')}</Chip> : undefined}
      quiet={<LineMenu what={name} actions={actionsOf({ contract, language, onEdit }, t)} />}
    />
  )
}

/** "renews 31 Jan", or what became of it. */
function standing({ state, renewsOn }: Subscription, nowMs: number, t: TFunction): string {
  const word = dynamicText(`contracts.states.${state}`) ?? state
  const atMs = renewsOn === null ? Number.NaN : noonOf(renewsOn)
  if (Number.isNaN(atMs)) return word
  const date = dateOnly(atMs, nowMs)
  if (state === 'active') return t('contracts.renews', { date })
  return state === 'cancelled' ? t('contracts.ends', { date }) : word
}

function actionsOf(
  { contract, language, onEdit }: ContractProps,
  t: TFunction,
): readonly (LineAction | null)[] {
  const words = contractSentence(contract, language)
  const { state: seen } = contract
  return [
    canInsert() && words !== null ? { label: t('contracts.insert'), run: () => insertWords(words) } : null,
    { label: t('contracts.change'), run: onEdit },
    seen === 'active' || seen === 'paused'
      ? {
          label: t('contracts.cancelled'),
          run: () => void editContract(contract, [{ field: 'state', seen, value: 'cancelled' }]),
        }
      : {
          label: t('contracts.goesOn'),
          run: () => void editContract(contract, [{ field: 'state', seen, value: 'active' }]),
        },
  ]
}
