import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../../../shared/contract/cases.ts'
import type { CustomerCard } from '../../../../shared/contract/customers.ts'
import type { Goodwill, LoyaltyEntry } from '../../../../shared/domain/cases.ts'
import { loyaltyRule, tierNamed } from '../../../../shared/rules/cases/loyalty-rule.ts'
import { nextTier, pointsOf } from '../../../../shared/rules/cases/loyalty.ts'
import { voucherCode } from '../../../../shared/rules/cases/voucher-code.ts'
import { Chip } from '../../../components/chip.tsx'
import type { Tone } from '../../../components/chip.tsx'
import { LineMenu } from '../../../components/line-menu.tsx'
import type { LineAction } from '../../../components/line-menu.tsx'
import { useRest } from '../../../components/rest.tsx'
import { Line, Section } from '../../../components/section.tsx'
import { decideApproval, withdrawGoodwill } from '../../../data/case-intents.ts'
import { canInsert, insertWords } from '../../../data/insert-words.ts'
import { useAgentName } from '../../../data/use-agent-name.ts'
import { useTeamRule } from '../../../data/use-team-rule.ts'
import { useNow } from '../../../lib/clock.ts'
import { customerText } from '../../../lib/customer-text.ts'
import { dynamicText } from '../../../lib/dynamic-text.ts'
import { count, dateOnly, money } from '../../../lib/format.ts'
import { openCase } from '../../../stores/case-store.ts'
import { Decide } from '../../../components/approvals/decide.tsx'
import formClasses from '../../../components/dialog-form.module.css'
import classes from '../cases/cases.module.css'
import { Benefits } from './benefits.tsx'

const GESTURES_SHOWN = 2
const ENTRIES_SHOWN = 2

type LoyaltyProps = {
  readonly card: CustomerCard
  readonly cases: CustomerCases
  readonly ticketId: string | null
}

/** Points and tier, what came last, and what was given as goodwill. */
export function Loyalty({ card, cases, ticketId }: LoyaltyProps) {
  const { t } = useTranslation()
  const { loyalty, goodwills } = cases
  const gestures = useRest(
    goodwills.filter(({ state }) => state !== 'withdrawn'),
    GESTURES_SHOWN,
  )
  const ledger = useRest(
    loyalty.entries.filter(({ reason }) => reason !== 'goodwill'),
    ENTRIES_SHOWN,
  )
  const tiers = loyaltyRule(useTeamRule('loyalty') ?? null)
  const tier = tierNamed(tiers, card.customer.tier)
  const hasBenefits = tier !== null && tier.benefits.length > 0
  if (loyalty.entries.length === 0 && gestures.shown.length === 0 && !hasBenefits) return null
  const next = nextTier(tiers, loyalty.earned, card.customer.tier)
  const whom = { customerId: card.customer.id, ticketId }
  const actions = [
    loyalty.balance > 0
      ? { label: t('cases.usePoints'), run: () => openCase({ form: 'points' }, whom) }
      : null,
    { label: t('cases.titles.credit'), run: () => openCase({ form: 'credit' }, whom) },
    { label: t('cases.giveGoodwill'), run: () => openCase({ form: 'goodwill', start: null }, whom) },
  ]
  return (
    <Section
      title={t('cases.loyalty')}
      detail={loyalty.entries.length > 0 ? t('cases.balance', { points: count(loyalty.balance) }) : undefined}
      action={<LineMenu what={t('cases.loyalty')} actions={actions} />}
    >
      {loyalty.entries.length > 0 && next !== null && (
        <p className={formClasses['hint']}>
          {t('cases.toNextTier', {
            points: count(next.missing),
            tier: dynamicText(`cases.tiers.${next.tier}`) ?? next.tier,
          })}
        </p>
      )}
      {hasBenefits && <Benefits tier={tier} />}
      <ul>
        {gestures.shown.map(goodwill => (
          <Gesture key={goodwill.id} goodwill={goodwill} cases={cases} language={card.customer.language} />
        ))}
        {gestures.last}
        {ledger.shown.map(entry => (
          <Entry key={entry.id} entry={entry} />
        ))}
        {ledger.last}
      </ul>
    </Section>
  )
}

const tones: Readonly<Record<string, Tone>> = { requested: 'warning', given: 'good', refused: 'bad' }

type GestureProps = {
  readonly goodwill: Goodwill
  readonly cases: CustomerCases
  readonly language: string | null
}

const worth = ({ kind, amountMinor, currency }: Goodwill): string =>
  kind === 'points' ? count(pointsOf(amountMinor)) : money(amountMinor, currency)

function Gesture({ goodwill, cases, language }: GestureProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const name = useAgentName()
  const { id, kind, state, reason, createdAtMs, agentId } = goodwill
  const approval = cases.approvals.find(each => each.subjectId === id && each.state === 'requested')
  const title = `${dynamicText(`cases.goodwillKinds.${kind}`) ?? kind} ${worth(goodwill)}`
  return (
    <Line
      title={title}
      detail={
        <>
          {[reason, name(agentId), dateOnly(createdAtMs, nowMs)].filter(Boolean).join(' · ')}
          {state === 'requested' && !approval && (
            <span className={classes['words']}>{t('cases.waits.hub')}</span>
          )}
          {approval && (
            <Decide
              approval={approval}
              allowances={cases.allowances}
              onDecide={(outcome, words) => decideApproval(approval, outcome, words)}
            />
          )}
        </>
      }
      aside={
        <Chip tone={tones[state] ?? 'plain'}>{dynamicText(`cases.goodwillState.${state}`) ?? state}</Chip>
      }
      quiet={<LineMenu what={title} actions={gestureActions(goodwill, language, t)} />}
    />
  )
}

function gestureActions(
  goodwill: Goodwill,
  language: string | null,
  t: TFunction,
): readonly (LineAction | null)[] {
  const { id, kind, state } = goodwill
  const words = (): string =>
    customerText(language, `goodwillSentence.${kind}`, { amount: worth(goodwill), code: voucherCode(id) })
  return [
    canInsert() && state === 'given' && kind !== 'other'
      ? { label: t('cases.tellThem'), run: () => insertWords(words()) }
      : null,
    state === 'given' || state === 'requested'
      ? { label: t('cases.takeBack'), run: () => void withdrawGoodwill(id) }
      : null,
  ]
}

function Entry({ entry }: { readonly entry: LoyaltyEntry }) {
  const nowMs = useNow()
  const { points, reason, note, atMs } = entry
  return (
    <Line
      title={dynamicText(`cases.loyaltyReason.${reason}`) ?? reason}
      detail={[note, dateOnly(atMs, nowMs)].filter(Boolean).join(' · ')}
      aside={<Chip>{points > 0 ? `+${count(points)}` : count(points)}</Chip>}
    />
  )
}
