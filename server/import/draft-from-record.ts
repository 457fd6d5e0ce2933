import type { Fields, WorkKind } from '../../shared/domain/values.ts'
import type { CustomerDraft, MessageDraft, NoteDraft, TicketDraft } from './draft.ts'
import { guessKind } from './guess-kind.ts'
import { htmlToText } from './html-text.ts'
import type { ConversationSpec, KindName, KindRule, RecordMap, TimeSpec, ValueSpec } from './map-schema.ts'
import type { Finding } from './problems.ts'
import { nameOf, readValue, shorten, textOf, valueAt } from './read-value.ts'
import { readTime } from './read-time.ts'
import { digestOf } from './row-texts.ts'

const SUBJECT_CHARACTERS = 120

/** What the command line says over the mapping. */
export type KindChoice = KindName | 'auto'

/** Carries a finding out of nested reading; never leaves this module. */
class Refusal extends Error {
  readonly finding: Finding
  constructor(finding: Finding) {
    super(finding.reason)
    this.finding = finding
  }
}

function timeOf(record: unknown, spec: TimeSpec | undefined): number | null {
  const read = readTime(record, spec)
  if ('ms' in read) return read.ms
  throw new Refusal({
    column: read.column,
    code: 'value',
    reason: `"${shorten(read.wrong, 40)}" is not a time`,
    advice: 'Say in the mapping how times are written ("as"), or correct the value.',
  })
}

type BodySpec = { readonly body?: ValueSpec | undefined; readonly bodyHtml?: ValueSpec | undefined }

function bodyOf(
  record: unknown,
  spec: BodySpec,
): { readonly text: string; readonly html: string | null } | null {
  const html = readValue(record, spec.bodyHtml)
  const text = readValue(record, spec.body) ?? (html === null ? null : htmlToText(html))
  if (text === null || (text === '' && html === null)) return null
  return { text, html }
}

export function kindsFrom(record: unknown, rule: KindRule, words: string): readonly WorkKind[] {
  const value = rule.from === undefined ? null : textOf(valueAt(record, rule.from))
  const found = (['service', 'support', 'both'] as const).find(
    kind => value !== null && rule[kind].includes(value),
  )
  const kind = found ?? (rule.default === 'guess' ? guessKind(words) : rule.default)
  return kind === 'both' ? ['service', 'support'] : [kind]
}

function customerFrom(
  record: unknown,
  { customer, source, language }: RecordMap,
  key: string,
): CustomerDraft {
  const email = readValue(record, customer.email)?.toLowerCase() ?? null
  const named = readValue(record, customer.key)
  const spokenKey = email === null ? (named === null ? `row:${key}` : `key:${named}`) : `email:${email}`
  return {
    key: spokenKey,
    name:
      readValue(record, customer.name) ??
      email ??
      named ??
      `Customer ${digestOf(source, spokenKey).slice(0, 6)}`,
    email,
    phone: readValue(record, customer.phone),
    organisation: readValue(record, customer.organisation),
    language: readValue(record, customer.language) ?? readValue(record, language),
  }
}

const addressOf = (customer: CustomerDraft): MessageDraft['from'] => ({
  name: customer.name,
  address: customer.email ?? '',
})

type Party = {
  readonly direction: 'in' | 'out'
  readonly authorName: string | null
  readonly customer: CustomerDraft
}

function messageOf(
  body: { text: string; html: string | null },
  atMs: number | null,
  party: Party,
): MessageDraft {
  const { direction, authorName, customer } = party
  return {
    direction,
    authorName,
    from:
      direction === 'in'
        ? addressOf(customer)
        : authorName === null
          ? null
          : { name: authorName, address: '' },
    to: direction === 'out' ? [addressOf(customer) ?? { name: null, address: '' }] : [],
    cc: [],
    bodyText: body.text,
    bodyHtml: body.html,
    messageId: null,
    atMs,
    attachments: [],
  }
}

type Spoken = { readonly messages: readonly MessageDraft[]; readonly notes: readonly NoteDraft[] }

function spokenIn(entries: readonly unknown[], spec: ConversationSpec, customer: CustomerDraft): Spoken {
  const messages: MessageDraft[] = []
  const notes: NoteDraft[] = []
  for (const [index, entry] of entries.entries()) {
    const body = bodyOf(entry, spec)
    if (body === null) {
      throw new Refusal({
        column: nameOf(spec.body) ?? nameOf(spec.bodyHtml),
        code: 'missing',
        reason: `message ${index + 1} of the conversation has no text`,
        advice: 'Add the text or leave the message out; a ticket goes in whole or not at all.',
      })
    }
    const role = textOf(valueAt(entry, spec.author.from)) ?? ''
    const atMs = timeOf(entry, spec.createdAt)
    const authorName = readValue(entry, spec.authorName)
    if (spec.author.note.includes(role)) {
      notes.push({ body: body.text, authorName, atMs })
      continue
    }
    const direction = spec.author.agent.includes(role) ? 'out' : 'in'
    messages.push(messageOf(body, atMs, { direction, authorName, customer }))
  }
  return { messages, notes }
}

function conversationFrom(
  records: readonly unknown[],
  spec: ConversationSpec,
  customer: CustomerDraft,
): Spoken {
  if (spec.items === undefined) return spokenIn(records, spec, customer)
  const list = valueAt(records[0], spec.items)
  if (list === undefined || list === null) return { messages: [], notes: [] }
  if (Array.isArray(list)) return spokenIn(list, spec, customer)
  throw new Refusal({
    column: spec.items,
    code: 'value',
    reason: `"${spec.items}" is not a list of messages`,
    advice: 'Correct the path in the mapping, or the entry.',
  })
}

function messagesFrom(records: readonly unknown[], map: RecordMap, customer: CustomerDraft): Spoken {
  const [record] = records
  const opening = bodyOf(record, map)
  const first =
    opening === null
      ? []
      : [messageOf(opening, timeOf(record, map.createdAt), { direction: 'in', authorName: null, customer })]
  const answers = map.replies.flatMap(reply => {
    const body = bodyOf(record, reply)
    const authorName = readValue(record, reply.authorName)
    return body === null
      ? []
      : [messageOf(body, timeOf(record, reply.createdAt), { direction: 'out', authorName, customer })]
  })
  const spoken: Spoken =
    map.conversation === undefined
      ? { messages: [], notes: [] }
      : conversationFrom(records, map.conversation, customer)
  const messages = [...first, ...answers, ...spoken.messages]
  if (messages.length > 0) return { messages, notes: spoken.notes }
  throw new Refusal({
    column: nameOf(map.body) ?? nameOf(map.bodyHtml) ?? nameOf(map.conversation?.body),
    code: 'missing',
    reason: 'the text is empty',
    advice: 'Add the text, or drop the row.',
  })
}

const fieldsFrom = (record: unknown, specs: RecordMap['fields']): Fields =>
  Object.fromEntries(
    Object.entries(specs).flatMap(([name, spec]) => {
      const value = readValue(record, spec)
      return value === null ? [] : [[name, value]]
    }),
  )

function stateFrom(
  record: unknown,
  { state }: RecordMap,
  messages: readonly MessageDraft[],
): TicketDraft['state'] {
  const said = state.from === undefined ? null : textOf(valueAt(record, state.from))
  const mapped = said === null ? undefined : state.values[said]
  return mapped ?? (messages.at(-1)?.direction === 'out' ? state.answered : state.open)
}

export type Drafted = { readonly key: string; readonly draft: TicketDraft } | { readonly finding: Finding }

/** What names these rows in their source: the mapped key, the group, or a digest of the contents. */
export function keyOf(records: readonly unknown[], map: RecordMap): string {
  const named = readValue(records[0], map.key) ?? readValue(records[0], map.group)
  return named === null
    ? `sha256:${digestOf(...records.map(record => JSON.stringify(record))).slice(0, 40)}`
    : `key:${named}`
}

/**
 * One ticket from one record, or from the consecutive records of one group. Pure: the same record gives the same
 * draft on every run. What is missing or malformed comes back as a finding.
 */
export function draftFromRecords(records: readonly unknown[], map: RecordMap, kind: KindChoice): Drafted {
  try {
    const [record] = records
    const key = keyOf(records, map)
    const customer = customerFrom(record, map, key)
    const { messages, notes } = messagesFrom(records, map, customer)
    const body = messages[0]?.bodyText ?? ''
    const subject = readValue(record, map.subject) ?? shorten(body, SUBJECT_CHARACTERS)
    const rule = kind === 'auto' ? map.kind : { ...map.kind, from: undefined, default: kind }
    const priority = map.priority && map.priority.values[textOf(valueAt(record, map.priority.from)) ?? '']
    const draft: TicketDraft = {
      subject: shorten(subject, 500),
      channel: map.channel,
      tags: [...new Set(map.tags.map(tag => readValue(record, tag)).filter(tag => tag !== null))],
      fields: { source: map.source, ...fieldsFrom(record, map.fields) },
      kinds: [...kindsFrom(record, rule, `${subject}\n${body}`)],
      state: stateFrom(record, map, messages),
      priority: priority ?? 'normal',
      createdAtMs: timeOf(record, map.createdAt),
      customer,
      messages: [...messages],
      notes: [...notes],
    }
    return { key, draft }
  } catch (error) {
    if (error instanceof Refusal) return { finding: error.finding }
    throw error
  }
}
