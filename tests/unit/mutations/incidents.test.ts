import { expect, test } from 'vitest'
import { mutationByName } from '../../../shared/mutations/index.ts'
import type { MutationInput, MutationName } from '../../../shared/mutations/index.ts'
import { engineeringIssueId } from '../../../shared/rules/named-id.ts'
import { proactiveTicket } from '../../../shared/rules/proactive-ticket.ts'
import { issueCode } from '../../../shared/rules/issue-code.ts'
import {
  aBugReport,
  actorOf,
  anAgent,
  anAsset,
  anEscalation,
  anImpact,
  aRootCause,
  aThread,
  byAutomation,
  idOf,
  NOW_MS,
  onHub,
} from '../../support/builders.ts'
import type { World } from '../../support/row-world.ts'
import { aDesk, aPairedDesk, contextFor, ids, samples } from './scenes.ts'

const HOUR_MS = 3_600_000
const mirror = samples['engineering.mirror']

/** Runs an intent and then its inverse, as undo does with what has left. */
function undone<Name extends MutationName>(desk: World, name: Name, args: MutationInput<Name>): void {
  const mutation = mutationByName(name)
  const parsed = mutation.args.parse(args)
  const inverse = mutation.invert(desk.load(mutation, parsed).rows as never, parsed)
  if (!inverse) throw new Error(`${name} has no inverse here`)
  desk.run(name, args, onHub())
  desk.run(inverse.name as MutationName, inverse.args as never, onHub({ mutationId: ids.madeToo }))
}

test('a known issue without a name is called after its id, the same everywhere', () => {
  const desk = aDesk()
  desk.run('knownIssue.create', samples['knownIssue.create'], onHub())
  expect(desk.get('knownIssues', ids.made)).toMatchObject({
    code: issueCode(ids.made),
    engineeringKey: 'PB-881',
    updatedAtMs: NOW_MS,
  })
  expect(issueCode(ids.made)).toMatch(/^KE-[0-9A-HJKMNP-TV-Z]{5}$/)
  const others = Array.from({ length: 500 }, (_, index) => issueCode(idOf(index)))
  expect(new Set(others).size).toBe(500)
})

test('two people on one known issue meet only in the field both changed', () => {
  const desk = aDesk()
  const state = { field: 'state' as const, seen: 'known', value: 'fixing' as const }
  desk.run('knownIssue.edit', { issueId: ids.issue, fields: [state] }, onHub())
  const mine = samples['knownIssue.edit']
  const later = { ...mine, fields: [{ ...state, value: 'fixed' as const }, ...mine.fields.slice(1)] }
  expect(desk.decide('knownIssue.edit', later, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ field: 'state', mine: 'fixed', theirs: 'fixing' }] },
  })
  expect(desk.decide('knownIssue.edit', { ...mine, fields: mine.fields.slice(1) }, onHub()).kind).toBe(
    'changes',
  )
})

test('a report that lacks what engineering needs is refused; the second line takes less', () => {
  const raise = samples['escalation.raise']
  const report = aBugReport({ steps: ' ', logs: '' })
  expect(aDesk().decide('escalation.raise', { ...raise, report }, onHub()).kind).toBe('rejected')
  expect(
    aDesk().decide(
      'escalation.raise',
      { ...raise, report, tier: 'second-line', seen: [ids.escalation] },
      onHub(),
    ).kind,
  ).toBe('changes')
})

test('what was escalated already asks before it is escalated again', () => {
  const desk = aDesk()
  desk.put('escalations', anEscalation({ id: ids.madeToo }))
  const raise = samples['escalation.raise']
  expect(desk.decide('escalation.raise', raise, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { reason: 'taken', fields: [{ id: ids.madeToo }] },
  })
  expect(desk.decide('escalation.raise', { ...raise, seen: [ids.madeToo] }, onHub()).kind).toBe('changes')
})

test('engineering takes an escalation through its tracker, not the agent who asked', () => {
  const desk = aDesk()
  desk.put('escalations', anEscalation({ id: ids.escalation, createdBy: ids.me }))
  const accept = samples['escalation.edit']
  expect(desk.decide('escalation.edit', accept, onHub()).kind).toBe('rejected')
  const supervisor = { actor: actorOf(anAgent({ id: ids.me, role: 'supervisor' })) }
  expect(desk.decide('escalation.edit', accept, onHub(supervisor)).kind).toBe('changes')
})

test('news of engineering moves every ticket that waits for it, and is told once', () => {
  const desk = aDesk()
  const other = idOf(340)
  desk.put(
    'escalations',
    anEscalation({ id: ids.escalation, engineeringKey: 'PB-881' }),
    anEscalation({
      id: other,
      ticketId: ids.otherTicket,
      engineeringKey: 'PB-881',
      state: 'withdrawn',
      closedAtMs: 1,
    }),
  )
  desk.run('engineering.mirror', mirror, byAutomation())
  expect(desk.get('engineeringIssues', engineeringIssueId('pb-881'))).toMatchObject({ status: 'In review' })
  expect(desk.get('escalations', ids.escalation)).toMatchObject({ state: 'accepted', closedAtMs: null })
  expect(desk.get('escalations', other)).toMatchObject({ state: 'withdrawn' })
  expect(desk.all('events')).toMatchObject([
    { type: 'escalation.mirrored', ticketId: ids.ticket, facts: { status: 'In review' } },
  ])
  const again = { ...mirror, saidAtMs: NOW_MS }
  desk.run('engineering.mirror', again, byAutomation({ mutationId: ids.madeToo }))
  expect(desk.all('events')).toHaveLength(1)
  expect(desk.all('engineeringIssues')).toMatchObject([{ saidAtMs: NOW_MS }])
})

test('older news of engineering is passed over; what is released ends the escalation', () => {
  const desk = aDesk()
  desk.run('engineering.mirror', { ...mirror, state: 'released', status: 'Released' }, byAutomation())
  expect(desk.get('escalations', ids.escalation)).toMatchObject({ state: 'resolved', closedAtMs: NOW_MS })
  const older = { ...mirror, saidAtMs: mirror.saidAtMs - 1 }
  expect(desk.run('engineering.mirror', older, byAutomation({ mutationId: ids.madeToo }))).toEqual([])
})

const report = samples['asset.report']

test('what a thing says is an event of its customer, once, and a newer version is noted on it', () => {
  const desk = aDesk()
  const atMs = NOW_MS - HOUR_MS
  desk.run('asset.report', report, byAutomation({ nowMs: atMs }))
  desk.run('asset.report', { ...report, version: '10.0' }, byAutomation({ mutationId: ids.madeToo }))
  expect(desk.all('events')).toMatchObject([
    {
      id: report.eventId,
      customerId: ids.customer,
      ticketId: null,
      actorId: null,
      type: 'product.event',
      facts: { assetId: ids.asset, event: 'crashed', detail: 'E-310', version: '9.9' },
      atMs,
    },
  ])
  expect(desk.get('assets', ids.asset)).toMatchObject({ version: '9.9' })
})

test('news of an older version come late and change nothing about the thing; a person cannot speak for it', () => {
  const desk = aDesk()
  desk.put('assets', anAsset({ id: ids.asset, version: '2.10' }))
  desk.run('asset.report', { ...report, version: '2.9' }, byAutomation())
  expect(desk.get('assets', ids.asset)).toMatchObject({ version: '2.10' })
  expect(desk.all('events')).toHaveLength(1)
  expect(aDesk().decide('asset.report', report, onHub()).kind).toBe('rejected')
})

test('a person cannot say what engineering’s tracker says', () => {
  expect(aDesk().decide('engineering.mirror', mirror, onHub()).kind).toBe('rejected')
})

test('an outage takes the thing down and brings it back', () => {
  const desk = aDesk()
  desk.run('impact.start', samples['impact.start'], onHub())
  expect(desk.get('assets', ids.asset)).toMatchObject({ state: 'broken', downSinceMs: NOW_MS - 2 * HOUR_MS })
  const restore = { field: 'restoredAtMs' as const, seen: null, value: NOW_MS - HOUR_MS }
  desk.run('impact.edit', { impactId: ids.made, fields: [restore] }, onHub({ mutationId: ids.madeToo }))
  expect(desk.get('assets', ids.asset)).toMatchObject({ state: 'in-use', downSinceMs: null })
  expect(desk.all('events').map(({ type }) => type)).toEqual(['impact.started', 'impact.restored'])
})

test('one outage said by two people is one, from the earlier moment on', () => {
  const desk = aDesk()
  const start = samples['impact.start']
  desk.run('impact.start', start, onHub())
  const theirs = { ...start, impactId: ids.madeToo, downSinceMs: NOW_MS - 3 * HOUR_MS }
  desk.run('impact.start', theirs, onHub({ mutationId: ids.madeToo }))
  expect(desk.all('impacts').filter(({ assetId }) => assetId === ids.asset)).toMatchObject([
    { id: ids.made, downSinceMs: NOW_MS - 3 * HOUR_MS },
  ])
})

test('a thing that works again ends its outage, and put back to down goes on with it', () => {
  const desk = anOutageDesk()
  const before = desk.all('impacts')
  const fields = [{ field: 'downSinceMs' as const, seen: NOW_MS - HOUR_MS, value: null }]
  desk.run('asset.update', { assetId: ids.asset, fields }, onHub())
  expect(desk.get('impacts', ids.impact)).toMatchObject({ restoredAtMs: NOW_MS })
  const back = [{ field: 'downSinceMs' as const, seen: null, value: NOW_MS - HOUR_MS }]
  desk.run('asset.update', { assetId: ids.asset, fields: back }, onHub({ mutationId: ids.madeToo }))
  expect(desk.all('impacts')).toEqual(before)
})

test('what was down without a clock of its own leaves the outage it was, and takes it up again', () => {
  const desk = aDesk()
  const since = NOW_MS - 5 * HOUR_MS
  desk.put('assets', anAsset({ id: ids.asset, state: 'broken', downSinceMs: since }))
  const known = desk.all('impacts').length
  const works = [{ field: 'downSinceMs' as const, seen: since, value: null }]
  desk.run('asset.update', { assetId: ids.asset, fields: works }, onHub())
  const outage = () => desk.all('impacts').filter(({ downSinceMs }) => downSinceMs === since)
  const ended = { assetId: ids.asset, scope: 'down', ticketId: null, restoredAtMs: NOW_MS }
  expect(outage()).toMatchObject([ended])
  const back = [{ field: 'downSinceMs' as const, seen: null, value: since }]
  desk.run('asset.update', { assetId: ids.asset, fields: back }, onHub({ mutationId: ids.madeToo }))
  expect(outage()).toMatchObject([{ ...ended, restoredAtMs: null }])
  desk.run('asset.update', { assetId: ids.asset, fields: works }, onHub({ mutationId: ids.made }))
  expect(outage()).toMatchObject([ended])
  expect(desk.all('impacts')).toHaveLength(known + 1)
})

test('times of an outage keep their order, whatever is typed', () => {
  const desk = aDesk()
  const before = { field: 'restoredAtMs' as const, seen: null, value: 0 }
  desk.run('impact.edit', { impactId: ids.impact, fields: [before] }, onHub())
  const downSinceMs = NOW_MS - HOUR_MS
  expect(desk.get('impacts', ids.impact)).toMatchObject({ downSinceMs, restoredAtMs: downSinceMs })
})

const solve = { threadId: ids.support, state: 'solved' as const, seen: 'open', seenUpToSeq: 1 }

function anOutageDesk(): World {
  const desk = aPairedDesk()
  desk.put('assets', anAsset({ id: ids.asset, state: 'broken', downSinceMs: NOW_MS - HOUR_MS }))
  desk.put('impacts', anImpact({ id: ids.impact, ticketId: ids.ticket, assetId: ids.asset }))
  return desk
}

test('solving support ends its outages and brings the thing back; undoing it takes both back', () => {
  const desk = anOutageDesk()
  const before = [desk.all('impacts'), desk.all('assets')]
  desk.run('thread.setState', solve, onHub())
  expect(desk.get('impacts', ids.impact)).toMatchObject({ restoredAtMs: NOW_MS, resolvedAtMs: NOW_MS })
  expect(desk.get('assets', ids.asset)).toMatchObject({ state: 'in-use', downSinceMs: null })
  const fresh = anOutageDesk()
  undone(fresh, 'thread.setState', solve)
  expect([fresh.all('impacts'), fresh.all('assets')]).toEqual(before)
})

test('solving the service thread says nothing of what is down', () => {
  const desk = anOutageDesk()
  const before = desk.all('impacts')
  desk.run('thread.setState', samples['thread.setState'], onHub())
  expect(desk.all('impacts')).toEqual(before)
})

test('service restored stops the clock of the outage; withdrawn, it goes on as if it had never stopped', () => {
  const desk = anOutageDesk()
  const restored = { ...samples['thread.setRestored'], threadId: ids.support }
  desk.run('thread.setRestored', restored, onHub())
  expect(desk.get('impacts', ids.impact)).toMatchObject({ restoredAtMs: NOW_MS, resolvedAtMs: null })
  const fresh = anOutageDesk()
  const before = [fresh.all('impacts'), fresh.all('assets')]
  undone(fresh, 'thread.setRestored', restored)
  expect([fresh.all('impacts'), fresh.all('assets')]).toEqual(before)
})

test('service restored brings back what the ticket is about, also where nobody kept a clock for it', () => {
  const aDownDesk = (): World => {
    const desk = anOutageDesk()
    desk.forget('impacts', ids.impact)
    return desk
  }
  const desk = aDownDesk()
  const restored = { ...samples['thread.setRestored'], threadId: ids.support, assetId: ids.asset }
  desk.run('thread.setRestored', restored, onHub())
  expect(desk.get('assets', ids.asset)).toMatchObject({ state: 'in-use', downSinceMs: null })
  const outage = { ticketId: ids.ticket, assetId: ids.asset, downSinceMs: NOW_MS - HOUR_MS }
  expect(desk.all('impacts')).toMatchObject([{ ...outage, restoredAtMs: NOW_MS, resolvedAtMs: null }])
  // Not restored after all: it was down all the time.
  const fresh = aDownDesk()
  const [before] = fresh.all('assets')
  undone(fresh, 'thread.setRestored', restored)
  expect(fresh.all('assets')).toEqual([before])
  expect(fresh.all('impacts')).toMatchObject([{ ...outage, restoredAtMs: null }])
})

test('service restored ends an outage of the thing that no ticket has, and leaves that of another ticket', () => {
  const restored = { ...samples['thread.setRestored'], threadId: ids.support, assetId: ids.asset }
  const impact = anImpact({ id: ids.impact, ticketId: null, assetId: ids.asset })
  const desk = anOutageDesk()
  desk.put('impacts', impact)
  desk.run('thread.setRestored', restored, onHub())
  expect(desk.all('impacts')).toMatchObject([{ id: ids.impact, restoredAtMs: NOW_MS }])
  expect(desk.get('assets', ids.asset)).toMatchObject({ state: 'in-use' })

  const other = anOutageDesk()
  other.put('impacts', { ...impact, ticketId: ids.otherTicket })
  other.run('thread.setRestored', restored, onHub())
  expect(other.all('impacts')).toMatchObject([{ id: ids.impact, restoredAtMs: null }])
  expect(other.get('assets', ids.asset)).toMatchObject({ state: 'broken' })
})

test('a ticket has one cause; who writes over one they had not seen is asked', () => {
  const desk = aDesk()
  desk.put('rootCauses', aRootCause({ id: ids.madeToo, category: 'network' }))
  const mine = samples['cause.record']
  expect(desk.decide('cause.record', mine, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ field: 'revision', seen: 0, theirs: 1 }] },
  })
  desk.run('cause.record', { ...mine, seen: 1 }, onHub())
  expect(desk.all('rootCauses')).toMatchObject([{ id: ids.madeToo, category: 'defect', revision: 2 }])
})

const undoable = ['knownIssue.edit', 'escalation.edit', 'impact.edit', 'cause.record'] as const
const tableOf = {
  'knownIssue.edit': 'knownIssues',
  'escalation.edit': 'escalations',
  'impact.edit': 'impacts',
  'cause.record': 'rootCauses',
} as const

test.each(undoable)('undoing %s leaves what people wrote as it was', name => {
  const words = (desk: World): unknown =>
    desk.all(tableOf[name]).map(({ ...row }) => ({ ...row, updatedAtMs: 0 }))
  const desk = aDesk()
  const before = words(desk)
  undone(desk, name, samples[name])
  expect(words(desk)).toEqual(before)
})

test('an escalation taken back is withdrawn, and the record of it stays', () => {
  const desk = aDesk()
  undone(desk, 'escalation.raise', samples['escalation.raise'])
  expect(desk.get('escalations', ids.made)).toMatchObject({ state: 'withdrawn', closedAtMs: NOW_MS })
})

test('a ticket of somebody else is no place for an outage', () => {
  const desk = aDesk()
  desk.put('threads', aThread())
  const wrong = { ...samples['impact.start'], assetId: idOf(350) }
  desk.put('assets', anAsset({ id: idOf(350), customerId: idOf(351) }))
  expect(desk.decide('impact.start', wrong, contextFor('impact.start')).kind).toBe('rejected')
})

test('two agents who write to one customer about one issue make one ticket with one mail', () => {
  const desk = aDesk()
  const issue = { id: ids.issue, code: 'KE-117' }
  const mail = { customerId: ids.customer, name: 'Ana', address: 'ana@norte.example', subject: 'Recall' }
  const write = (text: string, agentId: string, mutationId: string): void => {
    const actor = actorOf(anAgent({ id: agentId }))
    for (const { name, args } of proactiveTicket(issue, { ...mail, text }, agentId))
      desk.run(name as MutationName, args as never, onHub({ actor, mutationId }))
  }
  const before = [desk.all('tickets').length, desk.all('messages').length]
  write('Please check the foot.', ids.me, idOf(360))
  write('Look at the foot, please.', ids.colleague, idOf(361))
  expect([desk.all('tickets').length, desk.all('messages').length]).toEqual(before.map(count => count + 1))
  expect(desk.all('messages').filter(({ direction }) => direction === 'out')).toMatchObject([
    { bodyText: 'Please check the foot.', authorId: ids.me, delivery: 'queued' },
  ])
  expect(desk.all('issueLinks').filter(({ issueId }) => issueId === ids.issue)).toHaveLength(1)
})
