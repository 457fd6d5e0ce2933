import type { TicketFormRow } from '../../../shared/domain/forms.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import type { MutationArgs, MutationName } from '../../../shared/mutations/index.ts'
import { placesFrom } from '../../../shared/rules/fill-in.ts'
import { earlyValues } from '../../../shared/rules/forms/ticket-fields.ts'
import { planActions } from '../../../shared/rules/plan-actions.ts'
import { belongsTo } from '../../data/belonging.ts'
import { decimalMark } from '../../lib/format.ts'
import { now } from '../../lib/clock.ts'
import { makeId } from '../../lib/make-id.ts'
import { parseAddress, parseAddresses, unique } from '../../lib/receivers.ts'
import { isKept } from '../../stores/composer-store.ts'
import { contactPointOf } from './customer-form.ts'
import { kindsOf } from './ticket-form.ts'
import type { TicketForm } from './ticket-form.ts'

type Intent = { readonly name: string; readonly args: unknown }
const intent = <Name extends MutationName>(name: Name, args: MutationArgs<Name>): Intent => ({ name, args })

const FIRST_WORDS = 80
const subjectOf = ({ subject, body }: TicketForm): string =>
  subject.trim() || body.trim().slice(0, FIRST_WORDS)

function customerIntents(form: TicketForm, customerId: string): readonly Intent[] {
  const { organisationId, made } = belongsTo(form)
  const person = intent('customer.create', {
    customerId,
    name: form.customerName.trim(),
    organisationId,
    jobTitle: null,
    language: null,
    timeZone: null,
    preferredChannel: null,
    labels: [],
    facts: '',
    contactPoints: contactPointOf(form.newContact || form.address),
  })
  return made ? [intent('organisation.create', made), person] : [person]
}

/** A mail goes out; what was said on the phone or at the counter came in. */
function messageOf(form: TicketForm): MutationArgs<'ticket.create'>['message'] {
  const isMail = form.contact === 'email'
  const mail = isMail ? parseAddress(form.address) : null
  const attachments = form.files.filter(isKept).map(({ id, fileName, mediaType, sizeBytes, sha256 }) => ({
    id,
    fileName,
    mediaType,
    sizeBytes,
    sha256,
    contentId: null,
  }))
  if (form.body.trim() === '' && attachments.length === 0) return null
  return {
    id: makeId(),
    direction: isMail ? 'out' : 'in',
    from: null,
    to: mail ? [{ ...mail, name: form.customerName || null }] : [],
    cc: isMail ? [...unique(parseAddresses(form.cc).addresses)] : [],
    bodyText: form.body,
    bodyHtml: null,
    attachments,
  }
}

type Made = MutationArgs<'ticket.create'>

/** A thread as it will be there, as far as actions look at it. */
const threadOf = (thread: Made['threads'][number], { ticketId, customerId, threads }: Made): Thread => ({
  ...thread,
  ticketId,
  customerId,
  isPaired: threads.length > 1,
  lastActivityAtMs: now(),
  waitingSinceMs: null,
  snoozedUntilMs: null,
  dueAtMs: null,
  openedAtMs: now(),
  solvedAtMs: null,
  reopenedCount: 0,
  answeredAtMs: null,
  restoredAtMs: null,
  clocks: null,
})

/** What a macro still does once the ticket is there: notes, follow-ups, another owner, a snooze. */
function laterIntents(form: TicketForm, made: Made, agent: Agent): readonly Intent[] {
  const { ticketId, customerId, subject } = made
  const plan = planActions(form.macro?.later ?? [], {
    // The hub gives the first message of a ticket the place 1.
    ticket: { id: ticketId, customerId, tags: made.tags, lastMessageSeq: made.message ? 1 : 0 },
    threads: made.threads.map(thread => threadOf(thread, made)),
    leases: [],
    issueIds: [],
    kind: null,
    agentId: agent.id,
    nowMs: now(),
    makeId,
    places: placesFrom({
      customer: { name: form.customerName },
      organisation: null,
      agent,
      ticket: { number: null, subject },
      order: null,
      asset: null,
    }),
    language: null,
    replyTo: null,
  })
  return plan.intents
}

/** What is known of the fault already, so that nobody asks for it again. */
function diagnosisIntents({ kind, assetId, errorCode }: TicketForm, ticketId: string): readonly Intent[] {
  if (kind === 'service') return []
  const code = errorCode.trim()
  const edits: MutationArgs<'diagnosis.set'>['fields'] = [
    ...(assetId === null ? [] : [{ field: 'assetId' as const, seen: null, value: assetId }]),
    ...(code === '' ? [] : [{ field: 'errorCode' as const, seen: null, value: code }]),
  ]
  return edits.length === 0 ? [] : [intent('diagnosis.set', { ticketId, fields: edits })]
}

type Agent = { readonly id: string; readonly name: string }

/** Everything the form means, as one group: the person if new, with an organisation if that is new too, then the ticket, then the rest of a macro. */
export function ticketIntents(
  form: TicketForm,
  agent: Agent,
  forms: readonly TicketFormRow[] = [],
): { readonly ticketId: string; readonly items: readonly Intent[] } {
  const ticketId = makeId()
  const customerId = form.customerId ?? makeId()
  const kinds = kindsOf(form)
  const { state, priority, teamId } = form
  const thread = { state, priority, teamId, assigneeId: form.owner === 'me' ? agent.id : null }
  const made: Made = {
    ticketId,
    customerId,
    subject: subjectOf(form),
    channel: form.contact,
    tags: [...form.tags],
    fields: {
      ...(form.orderNumber === null || form.kind === 'support' ? {} : { order: form.orderNumber }),
      ...earlyValues(forms, kinds, { typed: form.typed, mark: decimalMark() }),
    },
    threads: kinds.map(kind => ({ id: makeId(), kind, ...thread })),
    message: messageOf(form),
    note: null,
  }
  const person = form.customerId === null ? customerIntents(form, customerId) : []
  return {
    ticketId,
    items: [
      ...person,
      intent('ticket.create', made),
      ...diagnosisIntents(form, ticketId),
      ...laterIntents(form, made, agent),
    ],
  }
}
