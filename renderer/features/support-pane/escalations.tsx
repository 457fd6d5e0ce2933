import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { SupportRecord } from '../../../shared/contract/incidents.ts'
import { OPEN_ESCALATION_STATES } from '../../../shared/domain/incidents.ts'
import { mayAccept } from '../../../shared/rules/escalation/may-accept.ts'
import { Chip } from '../../components/chip.tsx'
import type { Tone } from '../../components/chip.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { Line, Section } from '../../components/section.tsx'
import { setEscalationState } from '../../data/incident-intents.ts'
import { insertWords } from '../../data/insert-words.ts'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { dateOnly, moment } from '../../lib/format.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { useAgent } from '../../stores/session-store.ts'
import { EngineeringLink } from './engineering-link.tsx'
import classes from './support-pane.module.css'

type Escalated = SupportRecord['escalations'][number]
const TONES: Readonly<Record<string, Tone>> = {
  requested: 'warning',
  accepted: 'support',
  resolved: 'good',
  returned: 'warning',
}

type EscalationsProps = { readonly card: CustomerCard; readonly ticketId: string | null }

/** What was handed on for this ticket, how it stands there, and how old that news is. */
export function Escalations({ card, ticketId }: EscalationsProps) {
  const { t } = useTranslation()
  const record = useLiveValue('support.record', { customerId: card.customer.id, ticketId })
  const shown = (record?.escalations ?? []).filter(({ state }) => state !== 'withdrawn')
  if (shown.length === 0) return null
  return (
    <Section title={t('escalate.title')} detail={shown.length > 1 ? shown.length : undefined}>
      <ul>
        {shown.map(escalation => (
          <Entry key={escalation.id} escalation={escalation} ticketId={ticketId} />
        ))}
      </ul>
    </Section>
  )
}

function Entry({
  escalation,
  ticketId,
}: {
  readonly escalation: Escalated
  readonly ticketId: string | null
}) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const [isLinking, setLinking] = useState(false)
  const { tier, state, summary, engineering, engineeringKey, createdAtMs } = escalation
  const news = engineering
    ? t('escalate.news', {
        key: engineering.key,
        status: engineering.status,
        time: moment(engineering.saidAtMs, nowMs),
      })
    : engineeringKey === null
      ? null
      : t('escalate.noNews', { key: engineeringKey })
  const facts = [dynamicText(`escalationTier.${tier}`), dateOnly(createdAtMs, nowMs), news]
  const isElsewhere = escalation.ticketId !== ticketId
  return (
    <>
      <Line
        title={summary}
        detail={facts.filter(Boolean).join(' · ')}
        aside={<Chip tone={TONES[state] ?? 'plain'}>{dynamicText(`escalationState.${state}`) ?? state}</Chip>}
        onOpen={isElsewhere ? () => openTicketInTab(escalation.ticketId) : undefined}
        quiet={<Ways escalation={escalation} onLink={() => setLinking(true)} />}
      />
      {isLinking && (
        <li className={classes['form']}>
          <EngineeringLink escalation={escalation} onDone={() => setLinking(false)} />
        </li>
      )}
    </>
  )
}

/** The whole report as a note, for whoever has no look into the tracker. */
function asNote({ summary, report }: Escalated, partName: (part: string) => string): string {
  const { tried, ...parts } = report
  const lines = Object.entries(parts).flatMap(([part, words]) =>
    words.trim() === '' ? [] : [`${partName(part)}:\n${words}`],
  )
  const steps = tried.map(({ what, result }) => [what, result].filter(Boolean).join(': '))
  return [
    summary,
    ...lines,
    ...(steps.length > 0 ? [`${partName('tried')}:\n${steps.join('\n')}`] : []),
  ].join('\n\n')
}

function Ways({ escalation, onLink }: { readonly escalation: Escalated; readonly onLink: () => void }) {
  const { t } = useTranslation()
  const agent = useAgent()
  const { state, engineering } = escalation
  const isOpen = OPEN_ESCALATION_STATES.includes(state)
  const url = engineering?.url ?? null
  const set = (value: Parameters<typeof setEscalationState>[1], label: string): LineAction => ({
    label,
    run: () => void setEscalationState(escalation, value),
  })
  const canAccept = agent !== null && state === 'requested' && mayAccept(agent, escalation)
  return (
    <LineMenu
      isOfColleagues
      what={escalation.summary}
      actions={[
        canAccept ? set('accepted', t('escalate.accept')) : null,
        isOpen ? set('returned', t('escalate.return')) : null,
        isOpen ? set('resolved', t('escalate.resolve')) : null,
        isOpen ? { label: t('escalate.link'), run: onLink } : null,
        url === null
          ? null
          : { label: t('knowledge.copyLink'), run: () => void act('app.copyText', { text: url }) },
        {
          label: t('escalate.asNote'),
          run: () =>
            insertWords(
              asNote(escalation, part => dynamicText(`escalate.part.${part}`) ?? part),
              'note',
            ),
        },
        isOpen ? set('withdrawn', t('escalate.withdraw')) : null,
      ]}
    />
  )
}
