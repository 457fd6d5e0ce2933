import i18next from 'i18next'
import type { Output } from '../../../shared/contract/index.ts'
import type { TicketEvent } from '../../../shared/domain/tickets.ts'
import { describeValue } from '../../lib/describe-intent.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { fieldName } from '../../lib/field-name.ts'
import { money, moment } from '../../lib/format.ts'
import { now } from '../../lib/clock.ts'
import { RELATION_GROUPS, relationWords } from '../../lib/relation-words.ts'
import { productEventName } from '../../lib/product-event-name.ts'
import { shortName } from '../../lib/short-name.ts'

type Directory = Output<'directory.get'>
type Facts = TicketEvent['facts']

/** An amount with its currency, if the event has one. */
const amountOf = ({ amountMinor, currency }: Facts): string =>
  typeof amountMinor === 'number' && typeof currency === 'string' ? money(amountMinor, currency) : ''

/** Another amount of the event, in its currency. */
function minorOf(facts: Facts, field: string): string {
  const { currency, [field]: minor } = facts
  return typeof minor === 'number' && typeof currency === 'string' ? money(minor, currency) : ''
}

/** Values of an event in people's words: names for ids, states and priorities by their text. */
function spoken(facts: Facts, directory: Directory | null): Record<string, unknown> {
  const agent = (id: unknown): string => {
    const name = directory?.agents.find(each => each.id === id)?.name
    return name === undefined ? i18next.t('ticket.nobody') : shortName(name)
  }
  const team = (id: unknown): string => directory?.teams.find(each => each.id === id)?.name ?? ''
  const known = (value: Facts[string] | undefined): string =>
    ['state', 'priority', 'kind', 'followUpState', 'promiseState', ...RELATION_GROUPS]
      .map(group => dynamicText(`${group}.${String(value)}`))
      .find(text => text !== null) ?? String(value ?? '')
  return {
    ...facts,
    before: known(facts['before']),
    after: known(facts['after']),
    kind: known(facts['kind']),
    team: team(facts['teamAfter']),
    targetName: dynamicText(`target.${String(facts['target'])}`) ?? '',
    until: typeof facts['untilMs'] === 'number' ? moment(facts['untilMs'], now()) : '',
    beforeAmount: minorOf(facts, 'beforeMinor'),
    afterAmount: minorOf(facts, 'afterMinor'),
    subjectName: dynamicText(`cases.subject.${String(facts['subjectKind'])}`) ?? '',
    goodwillName: dynamicText(`cases.goodwillKinds.${String(facts['goodwillKind'])}`) ?? '',
    disputeCauseName: dynamicText(`cases.causes.${String(facts['disputeCause'])}`) ?? '',
    severityName: dynamicText(`cases.severities.${String(facts['severity'])}`) ?? '',
    stepName: dynamicText(`cases.purchase.${String(facts['purchaseStep'])}`) ?? '',
    returnKindName: dynamicText(`returnKind.${String(facts['returnKind'])}`) ?? '',
    channelName: dynamicText(`channel.${String(facts['channel'])}`) ?? '',
    causeText:
      dynamicText(`cause.${String(facts['cause'])}`) ?? String(facts['cause'] ?? '').replaceAll('-', ' '),
    ...relationWords(facts),
    preferenceName: dynamicText(`portrait.subjects.${String(facts['preferenceSubject'])}`) ?? '',
    stageName: dynamicText(`stage.${String(facts['stage'])}`) ?? '',
    answer: dynamicText(`guideTick.${String(facts['answer'])}`) ?? facts['answer'],
    // Words may run the other way.
    words: typeof facts['words'] === 'string' ? `\u2068${facts['words']}\u2069` : '',
    amount: amountOf(facts),
    tierName: dynamicText(`escalationTier.${String(facts['tier'])}`) ?? '',
    categoryName: dynamicText(`causeCategory.${String(facts['category'])}`) ?? '',
    since: typeof facts['downSinceMs'] === 'number' ? moment(facts['downSinceMs'], now()) : '',
    eventName: productEventName(String(facts['event'] ?? '')),
    eventDetail: [facts['detail'], facts['version']].filter(Boolean).join(' · '),
    unresolvedName: dynamicText(`unresolved.${String(facts['unresolved'])}`) ?? '',
    reasonName: dynamicText(`updateLeft.${String(facts['reason'])}`) ?? i18next.t('updateLeft.other'),
    takeoverReason:
      dynamicText(`takeover.reason.${String(facts['reason'])}`) ?? i18next.t('takeover.reason.other'),
    holder: agent(facts['holderId']),
    author: agent(facts['authorId']),
    toName: agent(facts['toId']),
    who: tellOf(facts) ?? agent(facts['assigneeAfter']),
    due: typeof facts['dueAtMs'] === 'number' ? moment(facts['dueAtMs'], now()) : '',
  }
}

/** Whom a service level told; null for other events. */
function tellOf({ tell }: Facts): string | null {
  if (typeof tell !== 'string') return null
  const names = tell.split(' ').flatMap(each => dynamicText(`escalation.${each}`) ?? [])
  return new Intl.ListFormat(i18next.language).format(names)
}

/** What was decided about a field, in words; of free text the record holds none. */
function decided(facts: Facts, directory: Directory | null): Readonly<Record<string, string>> {
  const field = String(facts['field'] ?? '')
  return {
    fieldName: fieldName(field),
    decision: dynamicText(`decision.${String(facts['taken'])}`) ?? String(facts['taken'] ?? ''),
    mineText: describeValue(field, facts['mine'], directory),
    theirsText: describeValue(field, facts['theirs'], directory),
  }
}

function decisionKey(facts: Facts): string {
  if (typeof facts['field'] !== 'string') return 'events.conflict.decidedWhole'
  const isCoded = (facts['mine'] ?? null) !== null || (facts['theirs'] ?? null) !== null
  return isCoded ? 'events.conflict.decidedValues' : 'events.conflict.decided'
}

/** "Told …" in the time that fits, or only that something was done, which other lines say. */
const escalationKey = ({ on, tell }: Facts): string =>
  `events.sla.${tell === '' ? 'acted' : 'told'}${on === 'warning' ? 'Soon' : ''}`

/** Closed with an answer that says otherwise. */
const closingKey = ({ unresolved }: Facts): string | null =>
  typeof unresolved !== 'string'
    ? null
    : unresolved === 'stays-open'
      ? 'events.closing.staysOpen'
      : 'events.closing.unresolved'

/** What somebody noted, in their words; null: the console found it by itself. */
const experienceKey = ({ words }: Facts): string | null =>
  typeof words !== 'string' ? null : `events.experience.${words === '' ? 'noted' : 'notedWords'}`

function specialKey({ type, facts }: TicketEvent): string | null {
  if (type === 'sla.escalated') return escalationKey(facts)
  if (type === 'conflict.decided') return decisionKey(facts)
  if (type === 'experience.negative') return experienceKey(facts)
  return type === 'closing.recorded' ? closingKey(facts) : null
}

/** One sentence about an event. A type this version does not know is named as it is. */
export function eventText(event: TicketEvent, actor: string, directory: Directory | null): string {
  const values = { ...spoken(event.facts, directory), ...decided(event.facts, directory), actor }
  const [subject = '', verb = ''] = event.type.split('.')
  const isMoveToTeam =
    event.type === 'thread.assigned' && event.facts['teamAfter'] !== event.facts['teamBefore']
  // Nobody here opened it: it came by itself.
  const hasArrived = event.type === 'ticket.created' && event.actorId === null
  const arrival = hasArrived ? 'events.ticket.arrived' : null
  const move = isMoveToTeam ? 'events.thread.moved' : arrival
  const special = specialKey(event) ?? move
  const key = special ?? `events.${subject}.${verb}`
  return dynamicText(key, values) ?? `${actor}: ${event.type.replaceAll(/[.-]/gu, ' ')}`
}
