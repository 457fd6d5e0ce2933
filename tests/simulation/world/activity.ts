import { CHANNELS, PRIORITIES } from '../../../shared/domain/values.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import type { Intent } from '../../../shared/mutations/define.ts'
import type { MutationArgs, MutationName } from '../../../shared/mutations/index.ts'
import { calendarContent, newestVersion, policyContent } from '../../../shared/rules/sla/versions.ts'
import { limitsFor } from '../../../shared/rules/undo-window.ts'
import { aViewBody } from '../../support/builders.ts'
import { rowMap } from '../stores/map-laptop-state.ts'
import { betweenActs } from './between-acts.ts'
import { caseActs } from './case-activity.ts'
import { pick, pickWeighted } from './choices.ts'
import type { Weighted } from './choices.ts'
import { anyOf, fresh, intend, later, oneOf, rowsOf, seenSeq, words } from './desk.ts'
import type { Desk } from './desk.ts'
import { diagnosisActs } from './diagnosis-acts.ts'
import { portraitActs } from './portrait-acts.ts'
import { peopleActs } from './people-acts.ts'
import { formActs } from './form-acts.ts'
import { growthActs } from './growth-acts.ts'
import { answerActs } from './answer-acts.ts'
import { proposalActs } from './proposal-acts.ts'
import { relationActs } from './relation-acts.ts'
import { someFiles } from './some-files.ts'
import { trainingActs } from './training-acts.ts'

/** How often an agent does each thing that can be done: replies and drafts are what a day consists of. */
export type Act = (desk: Desk) => Intent | null

type Thread = Row<'threads'>
const onThread =
  (make: (thread: Thread, desk: Desk) => Intent): Act =>
  desk => {
    const threads = rowsOf(desk, 'threads')
    // Work that is over is looked at again now and then.
    const open = desk.random() < 0.9 ? threads.filter(({ state }) => state !== 'closed') : threads
    const thread = pick(desk.random, open)
    return thread ? make(thread, desk) : null
  }
const onTicket =
  (make: (ticket: Row<'tickets'>, desk: Desk) => Intent | null): Act =>
  desk => {
    const ticket = anyOf(desk, 'tickets')
    return ticket ? make(ticket, desk) : null
  }
const onCustomer =
  (make: (customer: Row<'customers'>, desk: Desk) => Intent): Act =>
  desk => {
    const customer = anyOf(desk, 'customers')
    return customer ? make(customer, desk) : null
  }

const onLease =
  (make: (lease: Row<'leases'>) => Intent): Act =>
  desk => {
    const open = rowsOf(desk, 'leases').filter(({ endedAtMs }) => endedAtMs === null)
    const lease = pick(desk.random, open)
    return lease ? make(lease) : null
  }

type View = { readonly id: string; readonly name: string }
const onView =
  (make: (view: View, isShared: boolean, desk: Desk) => Intent): Act =>
  desk => {
    const isShared = desk.random() < 0.5
    const view: View | undefined = isShared ? anyOf(desk, 'sharedViews') : anyOf(desk, 'ownViews')
    return view ? make(view, isShared, desk) : null
  }

const reply = onThread((thread, desk) =>
  intend('ticket.reply', {
    messageId: fresh(desk),
    ticketId: thread.ticketId,
    threadId: thread.id,
    channel: 'email',
    to: [],
    cc: [],
    bodyText: words(desk),
    bodyHtml: null,
    attachments: someFiles(desk),
    seenUpToSeq: seenSeq(desk, thread.ticketId),
    confirmed: false,
  }),
)

/** What nobody knows the outcome of is decided about before all else. */
function doubtfulOrAny(desk: Desk): Row<'messages'> | undefined {
  const out = rowsOf(desk, 'messages').filter(({ direction }) => direction === 'out')
  const doubtful = out.filter(({ delivery }) => delivery === 'unknown')
  return pick(desk.random, doubtful.length > 0 ? doubtful : out)
}

const setState = onThread((thread, desk) =>
  intend('thread.setState', {
    threadId: thread.id,
    state: desk.random() < 0.1 ? 'closed' : oneOf(desk, ['open', 'pending', 'solved']),
    seen: thread.state,
    seenUpToSeq: seenSeq(desk, thread.ticketId),
  }),
)

const assign = onThread((thread, desk) =>
  intend('thread.assign', {
    threadId: thread.id,
    team:
      desk.random() < 0.5
        ? { seen: thread.teamId, value: pick(desk.random, [...desk.teamIds, null]) ?? null }
        : null,
    assignee: { seen: thread.assigneeId, value: pick(desk.random, [...desk.agentIds, null]) ?? null },
  }),
)

const createTicket: Act = desk => {
  const customer = anyOf(desk, 'customers')
  if (!customer) return null
  const thread = (kind: 'service' | 'support') => ({
    id: fresh(desk),
    kind,
    state: 'open' as const,
    priority: 'normal' as const,
    teamId: pick(desk.random, [...desk.teamIds, null]) ?? null,
    assigneeId: null,
  })
  return intend('ticket.create', {
    ticketId: fresh(desk),
    customerId: customer.id,
    subject: words(desk),
    channel: oneOf(desk, [CHANNELS[0], 'phone', 'chat']),
    tags: [],
    fields: {},
    threads: desk.random() < 0.3 ? [thread('service'), thread('support')] : [thread('service')],
    message: {
      id: fresh(desk),
      direction: 'in',
      from: null,
      to: [],
      cc: [],
      bodyText: words(desk),
      bodyHtml: null,
      attachments: [],
    },
    note: null,
  })
}

const relabel = onTicket((ticket, desk) => {
  const kinds = rowsOf(desk, 'threads').filter(
    thread => thread.ticketId === ticket.id && thread.state !== 'closed',
  )
  const seen = kinds.length > 1 ? 'both' : (kinds[0]?.kind ?? null)
  return intend('ticket.relabel', {
    ticketId: ticket.id,
    kind: oneOf(desk, ['service', 'support', 'both']),
    seen,
    teamId: pick(desk.random, desk.teamIds) ?? null,
  })
})

const linkTickets = onTicket((ticket, desk) => {
  const other = anyOf(desk, 'tickets')
  if (!other || other.id === ticket.id) return null
  return intend('ticket.link', {
    linkId: fresh(desk),
    ticketId: ticket.id,
    otherTicketId: other.id,
    kind: oneOf(desk, ['related', 'parent']),
  })
})

const removeNote: Act = desk => {
  const own = rowsOf(desk, 'notes').filter(row => row.authorId === desk.agentId)
  const note = pick(desk.random, own)
  return note ? intend('note.remove', { noteId: note.id, ticketId: note.ticketId, seen: note.body }) : null
}

const discardDraft: Act = desk => {
  const own = rowsOf(desk, 'drafts').filter(row => row.clientId === desk.clientId)
  const draft = pick(desk.random, own)
  return draft ? intend('draft.discard', { draftId: draft.id }) : null
}

const saveDraft = onTicket((ticket, desk) => {
  const known = rowsOf(desk, 'drafts').find(
    row => row.ticketId === ticket.id && row.clientId === desk.clientId,
  )
  return intend('draft.save', {
    draftId: known?.id ?? fresh(desk),
    clientId: desk.clientId,
    ticketId: ticket.id,
    mode: 'reply',
    body: `draft ${desk.random()}`,
    to: null,
    cc: null,
    seenUpToSeq: 0,
  })
})

const wake = onThread((thread, desk) => {
  const asleep = rowsOf(desk, 'threads').filter(({ state }) => state === 'snoozed')
  const { id, snoozedUntilMs } = pick(desk.random, asleep) ?? thread
  return intend('thread.wake', { threadId: id, untilMs: snoozedUntilMs })
})

type AgentWork = Exclude<MutationName, HubWork>
/** Decided by the hub only: mail and timers make them. */
export type HubWork =
  | 'ticket.receive'
  | 'ticket.converse'
  | 'thread.startClocks'
  | 'thread.recordBreach'
  | 'message.track'
  | 'triage.learn'
  | 'engineering.mirror'
  | 'asset.report'
  | 'product.report'
  | 'order.report'
  | 'invoice.report'
  | 'customer.record'
  | 'subscription.report'
  | 'publicPost.report'
  | 'publicPost.hold'
  | 'organisation.report'
  | 'opportunity.sent'
  | 'survey.sent'
  | 'knownIssue.restTold'

/** Each mutation an agent can intend; a new one does not compile until it is here. */
export const acts: { readonly [Name in AgentWork]: { readonly weight: number; readonly act: Act } } = {
  'customer.create': {
    weight: 3,
    act: desk =>
      intend('customer.create', {
        customerId: fresh(desk),
        name: words(desk),
        organisationId: null,
        jobTitle: null,
        language: null,
        timeZone: null,
        preferredChannel: null,
        labels: [],
        facts: '',
        contactPoints: [],
      }),
  },
  'customer.editFacts': {
    weight: 6,
    act: onCustomer((customer, desk) => {
      const jobTitle = { field: 'jobTitle' as const, seen: customer.jobTitle, value: words(desk) }
      return intend('customer.editFacts', {
        customerId: customer.id,
        facts: { seen: customer.facts, value: `${customer.facts.slice(-200)}\n${words(desk)}` },
        labels: null,
        fields: desk.random() < 0.5 ? [jobTitle] : [],
      })
    }),
  },
  'ticket.create': { weight: 6, act: createTicket },
  'ticket.reply': { weight: 24, act: reply },
  'message.sendAgain': {
    weight: 4,
    act: desk => {
      const message = doubtfulOrAny(desk)
      return message ? intend('message.sendAgain', { messageId: message.id, seen: message.delivery }) : null
    },
  },
  'message.settle': {
    weight: 2,
    act: desk => {
      const message = doubtfulOrAny(desk)
      return message
        ? intend('message.settle', { messageId: message.id, hasLeft: desk.random() < 0.8 })
        : null
    },
  },
  'note.add': {
    weight: 8,
    act: onTicket((ticket, desk) =>
      intend('note.add', {
        noteId: fresh(desk),
        ticketId: ticket.id,
        threadId: null,
        body: words(desk),
        attachments: someFiles(desk),
      }),
    ),
  },
  'note.edit': {
    weight: 7,
    act: desk => {
      const note = anyOf(desk, 'notes')
      return note
        ? intend('note.edit', {
            noteId: note.id,
            seen: note.body,
            body: `${note.body.slice(-200)}\n${words(desk)}`,
          })
        : null
    },
  },
  'note.remove': { weight: 2, act: removeNote },
  'thread.setState': { weight: 9, act: setState },
  'thread.setPriority': {
    weight: 4,
    act: onThread((thread, desk) =>
      intend('thread.setPriority', {
        threadId: thread.id,
        priority: pick(desk.random, PRIORITIES) ?? 'low',
        seen: thread.priority,
      }),
    ),
  },
  'thread.assign': { weight: 7, act: assign },
  'thread.take': {
    weight: 4,
    act: onThread((thread, desk) =>
      intend('thread.take', { threadId: thread.id, agentId: desk.agentId, seen: thread.assigneeId }),
    ),
  },
  'thread.snooze': {
    weight: 6,
    act: onThread((thread, desk) =>
      intend('thread.snooze', {
        threadId: thread.id,
        untilMs: later(desk, 60_000),
        seen: thread.state,
        seenUpToSeq: seenSeq(desk, thread.ticketId),
      }),
    ),
  },
  'thread.wake': { weight: 3, act: wake },
  'ticket.tag': {
    weight: 5,
    act: onTicket((ticket, desk) =>
      intend('ticket.tag', { ticketId: ticket.id, tags: [`tag-${Math.floor(desk.random() * 4)}`] }),
    ),
  },
  'ticket.untag': {
    weight: 3,
    act: onTicket((ticket, desk) =>
      intend('ticket.untag', { ticketId: ticket.id, tags: [`tag-${Math.floor(desk.random() * 4)}`] }),
    ),
  },
  'ticket.relabel': { weight: 4, act: relabel },
  'ticket.link': { weight: 3, act: linkTickets },
  'ticket.unlink': {
    weight: 4,
    act: desk => {
      const link = anyOf(desk, 'ticketLinks')
      return link ? intend('ticket.unlink', { linkId: link.id, ticketId: link.ticketId }) : null
    },
  },
  'followUp.add': {
    weight: 3,
    act: onCustomer((customer, desk) =>
      intend('followUp.add', {
        followUpId: fresh(desk),
        customerId: customer.id,
        ticketId: null,
        title: words(desk),
        reason: null,
        channel: null,
        dueAtMs: later(desk, 3_600_000),
        ownerId: desk.agentId,
      }),
    ),
  },
  'followUp.complete': {
    weight: 2,
    act: desk => {
      const followUp = anyOf(desk, 'followUps')
      return followUp
        ? intend('followUp.complete', {
            followUpId: followUp.id,
            state: oneOf(desk, ['done', 'done', 'cancelled', 'open']),
            outcome: null,
            seen: followUp.state,
          })
        : null
    },
  },
  'promise.add': {
    weight: 3,
    act: onCustomer((customer, desk) =>
      intend('promise.add', {
        promiseId: fresh(desk),
        customerId: customer.id,
        ticketId: null,
        promise: words(desk),
        dueAtMs: later(desk, 3_600_000),
        ownerId: desk.agentId,
      }),
    ),
  },
  'promise.keep': {
    weight: 2,
    act: desk => {
      const promise = anyOf(desk, 'promises')
      const outcome = oneOf<'kept' | 'broken' | 'open'>(desk, ['kept', 'broken', 'open'])
      return promise ? intend('promise.keep', { promiseId: promise.id, outcome, seen: promise.state }) : null
    },
  },
  'followUp.reschedule': {
    weight: 2,
    act: desk => {
      const row = anyOf(desk, 'followUps')
      const dueAtMs = later(desk, 7_200_000)
      return row ? intend('followUp.reschedule', { followUpId: row.id, dueAtMs, seen: row.dueAtMs }) : null
    },
  },
  'promise.reschedule': {
    weight: 2,
    act: desk => {
      const row = anyOf(desk, 'promises')
      const dueAtMs = later(desk, 7_200_000)
      return row ? intend('promise.reschedule', { promiseId: row.id, dueAtMs, seen: row.dueAtMs }) : null
    },
  },
  'ticket.setSubject': {
    weight: 3,
    act: onTicket((ticket, desk) =>
      intend('ticket.setSubject', { ticketId: ticket.id, subject: words(desk), seen: ticket.subject }),
    ),
  },
  'ticket.linkIssue': {
    weight: 3,
    act: onTicket((ticket, desk) => {
      const issue = anyOf(desk, 'knownIssues')
      return issue
        ? intend('ticket.linkIssue', { linkId: fresh(desk), ticketId: ticket.id, issueId: issue.id })
        : null
    }),
  },
  'ticket.unlinkIssue': {
    weight: 2,
    act: desk => {
      const link = anyOf(desk, 'issueLinks')
      return link ? intend('ticket.unlinkIssue', { linkId: link.id, ticketId: link.ticketId }) : null
    },
  },
  'knownIssue.create': {
    weight: 1,
    act: desk =>
      intend('knownIssue.create', {
        issueId: fresh(desk),
        code: null,
        title: words(desk),
        productId: null,
        affectedVersions: ['1'],
        symptoms: words(desk),
        errorCodes: [],
        workaround: null,
        state: 'known',
        fixedInVersion: null,
        engineeringKey: null,
      }),
  },
  'knownIssue.edit': {
    weight: 2,
    act: desk => {
      const issue = anyOf(desk, 'knownIssues')
      const field = issue && { field: 'title' as const, seen: issue.title, value: words(desk) }
      return field ? intend('knownIssue.edit', { issueId: issue.id, fields: [field] }) : null
    },
  },
  'knownIssue.recordUpdate': {
    weight: 1,
    act: desk => {
      const any = anyOf(desk, 'knownIssues')
      // About what somebody waits for, if there is such: else there is nobody to tell.
      const isWaited = ({ ticketId }: { readonly ticketId: string }): boolean =>
        rowsOf(desk, 'threads').some(thread => thread.ticketId === ticketId && thread.kind === 'support')
      const issueId = rowsOf(desk, 'issueLinks').findLast(isWaited)?.issueId ?? any?.id
      const rest = { audience: 'waiting' as const, subject: '', variants: [], exceptCustomerIds: [] }
      return issueId
        ? intend('knownIssue.recordUpdate', {
            updateId: fresh(desk),
            issueId,
            body: words(desk),
            tickets: 0,
            rest,
          })
        : null
    },
  },
  'escalation.raise': {
    weight: 2,
    act: onTicket((ticket, desk) =>
      intend('escalation.raise', {
        escalationId: fresh(desk),
        ticketId: ticket.id,
        tier: 'second-line',
        summary: words(desk),
        report: {
          steps: '',
          expected: '',
          actual: words(desk),
          version: '1',
          environment: '',
          logs: '',
          tried: [],
        },
        assetId: null,
        engineeringKey: null,
        seen: rowsOf(desk, 'escalations').map(({ id }) => id),
      }),
    ),
  },
  'escalation.edit': {
    weight: 2,
    act: desk => {
      const row = anyOf(desk, 'escalations')
      const field = row && { field: 'outcome' as const, seen: row.outcome, value: words(desk) }
      return field ? intend('escalation.edit', { escalationId: row.id, fields: [field] }) : null
    },
  },
  'impact.start': {
    weight: 2,
    act: onTicket((ticket, desk) =>
      intend('impact.start', {
        impactId: fresh(desk),
        customerId: ticket.customerId,
        ticketId: ticket.id,
        assetId: rowsOf(desk, 'assets').find(row => row.customerId === ticket.customerId)?.id ?? null,
        scope: 'down',
        downSinceMs: later(desk, 0),
      }),
    ),
  },
  'impact.edit': {
    weight: 2,
    act: desk => {
      const row = anyOf(desk, 'impacts')
      const restoredAtMs = later(desk, 0)
      return row
        ? intend('impact.edit', {
            impactId: row.id,
            fields: [{ field: 'restoredAtMs', seen: row.restoredAtMs, value: restoredAtMs }],
          })
        : null
    },
  },
  'cause.record': {
    weight: 2,
    act: onTicket((ticket, desk) =>
      intend('cause.record', {
        causeId: fresh(desk),
        ticketId: ticket.id,
        seen: rowsOf(desk, 'rootCauses').find(row => row.ticketId === ticket.id)?.revision ?? 0,
        content: {
          category: 'defect',
          evidence: words(desk),
          remedy: 'fix',
          remedyText: words(desk),
          url: null,
          assetId: null,
          productId: null,
          version: null,
        },
      }),
    ),
  },
  ...formActs,
  'asset.add': {
    weight: 2,
    act: onCustomer((customer, desk) =>
      intend('asset.add', {
        assetId: fresh(desk),
        customerId: customer.id,
        productId: null,
        name: words(desk),
        serial: null,
        version: '1',
      }),
    ),
  },
  'asset.update': {
    weight: 3,
    act: desk => {
      const asset = anyOf(desk, 'assets')
      if (!asset) return null
      const name = oneOf(desk, ['os', 'router'])
      const around = { name, seen: asset.environment[name] ?? null, value: words(desk) }
      const field = oneOf<MutationArgs<'asset.update'>['fields'][number]>(desk, [
        { field: 'version', seen: asset.version, value: words(desk) },
        { field: 'environment', ...around },
      ])
      return intend('asset.update', { assetId: asset.id, fields: [field] })
    },
  },
  'return.start': {
    weight: 3,
    act: onCustomer((customer, desk) => {
      const order = rowsOf(desk, 'orders').find(row => row.customerId === customer.id)
      const seen = rowsOf(desk, 'returnCases').filter(
        row => row.orderId !== null && row.orderId === order?.id,
      )
      return intend('return.start', {
        returnId: fresh(desk),
        customerId: customer.id,
        ticketId: null,
        orderId: order?.id ?? null,
        kind: 'return',
        reason: words(desk),
        amountMinor: 100,
        currency: 'EUR',
        seen: seen.map(row => row.id),
      })
    }),
  },
  ...caseActs,
  'contact.add': {
    weight: 3,
    act: onCustomer((customer, desk) =>
      intend('contact.add', {
        contactPointId: fresh(desk),
        customerId: customer.id,
        kind: 'phone',
        value: words(desk),
        label: null,
      }),
    ),
  },
  'contact.remove': {
    weight: 2,
    act: desk => {
      const contact = anyOf(desk, 'contactPoints')
      return contact
        ? intend('contact.remove', { contactPointId: contact.id, customerId: contact.customerId })
        : null
    },
  },
  'thread.setRestored': {
    weight: 4,
    act: desk => {
      const support = rowsOf(desk, 'threads').filter(
        ({ kind, state }) => kind === 'support' && state !== 'closed',
      )
      const thread = pick(desk.random, support)
      return thread
        ? intend('thread.setRestored', {
            threadId: thread.id,
            isRestored: thread.restoredAtMs === null,
            seen: { restoredAtMs: thread.restoredAtMs, reopenedCount: thread.reopenedCount },
            seenUpToSeq: seenSeq(desk, thread.ticketId),
            assetId:
              pick(
                desk.random,
                rowsOf(desk, 'assets').filter(({ customerId }) => customerId === thread.customerId),
              )?.id ?? null,
          })
        : null
    },
  },
  'agent.setCapacity': {
    weight: 2,
    act: desk => {
      const agent = anyOf(desk, 'agents')
      const capacity = 1 + Math.floor(desk.random() * 20)
      return agent ? intend('agent.setCapacity', { agentId: agent.id, capacity, seen: agent.capacity }) : null
    },
  },
  'calendar.set': {
    weight: 1,
    act: desk => {
      const newest = newestVersion(rowsOf(desk, 'calendars'))
      if (!newest) return null
      const content = { ...calendarContent(newest), name: words(desk).slice(0, 20) }
      return { name: 'calendar.set', args: { key: newest.key, seen: newest.version, content } }
    },
  },
  'slaPolicy.set': {
    weight: 2,
    act: desk => {
      const kind = oneOf<'service' | 'support'>(desk, ['service', 'support'])
      const newest = newestVersion(rowsOf(desk, 'slaPolicies').filter(row => row.kind === kind))
      if (!newest) return null
      const content = { ...policyContent(newest), name: words(desk).slice(0, 20) }
      return { name: 'slaPolicy.set', args: { kind, seen: newest.version, content } }
    },
  },
  'view.create': {
    weight: 2,
    act: desk =>
      intend('view.create', {
        viewId: fresh(desk),
        sharedWith: desk.random() < 0.4 ? { teamIds: [] } : null,
        name: words(desk).slice(0, 20),
        body: aViewBody(),
        position: desk.random(),
      }),
  },
  'view.edit': {
    weight: 3,
    act: onView((view, isShared, desk) =>
      intend('view.edit', {
        viewId: view.id,
        isShared,
        name: { seen: view.name, value: words(desk).slice(0, 20) },
        body: null,
        teamIds: null,
        position: null,
      }),
    ),
  },
  'view.remove': {
    weight: 1,
    act: onView((view, isShared) => intend('view.remove', { viewId: view.id, isShared, name: view.name })),
  },
  // Set once in a long while.
  'undoWindow.set': {
    weight: 0.2,
    act: desk => {
      const channel = oneOf(desk, CHANNELS)
      const seconds = Math.floor(desk.random() * 60)
      const seen = limitsFor(channel, rowsOf(desk, 'undoWindows'))
      return intend('undoWindow.set', { channel, limits: { seconds, least: 0, most: 60 }, seen })
    },
  },
  // Deciding about a conflict writes it; here it is about work nobody else knows.
  'conflict.record': {
    weight: 0.2,
    act: onTicket(({ id: ticketId, customerId }) =>
      intend('conflict.record', {
        customerId,
        ticketId,
        threadId: null,
        intent: 'ticket.reply',
        reason: 'newer-messages',
        taken: 'mine',
        messages: 1,
        fields: [],
      }),
    ),
  },
  'lease.take': {
    weight: 4,
    act: onTicket((ticket, desk) =>
      intend('lease.take', {
        leaseId: fresh(desk),
        ticketId: ticket.id,
        agentId: desk.agentId,
        forMs: oneOf(desk, [900_000, 3_600_000]),
        seen: null,
      }),
    ),
  },
  'lease.release': {
    weight: 2,
    act: onLease(({ id, ticketId }) => intend('lease.release', { leaseId: id, ticketId })),
  },
  'lease.break': {
    weight: 6,
    act: onLease(({ id, ticketId, untilMs }) =>
      intend('lease.break', { leaseId: id, ticketId, seen: untilMs }),
    ),
  },
  // Only in histories with limits (limits.ts).
  'scopePolicy.set': { weight: 0, act: () => null },
  'keep.fetch': { weight: 0, act: () => null },
  'keep.end': { weight: 0, act: () => null },
  ...diagnosisActs,
  ...relationActs,
  ...portraitActs,
  ...peopleActs,
  ...growthActs,
  ...proposalActs,
  ...answerActs,
  ...betweenActs,
  ...trainingActs,
  'draft.save': { weight: 12, act: saveDraft },
  'draft.discard': { weight: 2, act: discardDraft },
}

const weightsOf = (isWanted: (name: string) => boolean): Weighted<AgentWork> =>
  Object.fromEntries(
    Object.entries(acts).flatMap(([name, { weight }]) => (isWanted(name) ? [[name, weight]] : [])),
  ) as Weighted<AgentWork>
const isDraft = (name: string): boolean => name.startsWith('draft.')
const PUBLIC = weightsOf(name => !isDraft(name))
const PRIVATE = weightsOf(isDraft)

/** A note, then what goes with it: any of them may be refused, and then none was done. */
function macro(desk: Desk, note: Intent): readonly Intent[] {
  const { ticketId } = note.args as { readonly ticketId: string }
  const thread = pick(
    desk.random,
    rowsOf(desk, 'threads').filter(row => row.ticketId === ticketId && row.state !== 'closed'),
  )
  if (!thread) return [note]
  const { id: threadId, state: seen } = thread
  const state = oneOf<'open' | 'pending' | 'solved'>(desk, ['open', 'pending', 'solved'])
  return [
    note,
    intend('thread.setState', { threadId, state, seen, seenUpToSeq: seenSeq(desk, ticketId) }),
    intend('ticket.tag', { ticketId, tags: ['macro'] }),
  ]
}

/** What is done as one: sent and solved, a new customer with the first ticket, a macro. */
function together(desk: Desk, first: Intent): readonly Intent[] {
  if (first.name === 'ticket.reply' && desk.random() < 0.3) {
    const { threadId } = first.args as { readonly threadId: string }
    const thread = rowMap(desk.disk, 'threads').get(threadId)?.row as Thread | undefined
    const seen = thread && seenSeq(desk, thread.ticketId)
    return thread && seen !== undefined
      ? [
          first,
          intend('thread.setState', { threadId, state: 'solved', seen: thread.state, seenUpToSeq: seen }),
        ]
      : [first]
  }
  if (first.name === 'note.add' && desk.random() < 0.4) return macro(desk, first)
  if (first.name !== 'customer.create' || desk.random() < 0.3) return [first]
  const { customerId } = first.args as { readonly customerId: string }
  const ticket = createTicket(desk)
  return ticket ? [first, { name: ticket.name, args: { ...(ticket.args as object), customerId } }] : [first]
}

/** Something an agent does with what is on the screen; on an empty desk the phone rings. */
export function nextAct(desk: Desk): readonly Intent[] {
  const isEmpty = rowMap(desk.disk, 'customers').size === 0
  const name = isEmpty ? 'customer.create' : pickWeighted(desk.random, PUBLIC)
  const intent = acts[name].act(desk)
  return intent ? together(desk, intent) : []
}

/** Something an agent does with what is being written. */
export const nextDraft = (desk: Desk): Intent | null => acts[pickWeighted(desk.random, PRIVATE)].act(desk)
