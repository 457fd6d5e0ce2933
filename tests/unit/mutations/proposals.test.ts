import { describe, expect, test } from 'vitest'
import { actorOf, anAgent, idOf, NOW_MS, onHub, onLaptop } from '../../support/builders.ts'
import { aDesk, aFile, ids, samples } from './scenes.ts'

const guest = actorOf(anAgent({ id: ids.me, role: 'guest' }))
const colleague = actorOf(anAgent({ id: ids.colleague }))

test('a guest suggests; a colleague’s answer says what became of it', () => {
  const desk = aDesk()
  desk.run('proposal.make', samples['proposal.make'], onHub({ actor: guest }))
  expect(desk.get('proposals', ids.made)).toMatchObject({ state: 'proposed', authorId: ids.me })
  const release = { proposalId: ids.made, messageId: idOf(900), isChanged: true, seen: 'proposed' }
  desk.run('proposal.release', release, onHub({ actor: colleague, mutationId: idOf(901) }))
  expect(desk.get('proposals', ids.made)).toMatchObject({
    state: 'changed',
    messageId: idOf(900),
    decidedBy: ids.colleague,
    decidedAtMs: NOW_MS,
  })
  expect(desk.all('events').map(({ type }) => type)).toEqual(['reply.proposed', 'reply.proposal-changed'])
})

describe('files of a suggestion', () => {
  const suggested = () => {
    const desk = aDesk()
    desk.run('proposal.make', samples['proposal.make'], onHub({ actor: guest }))
    return desk
  }
  const next = { mutationId: idOf(910) }

  test('are its own until it is decided', () => {
    expect(suggested().all('attachments')).toEqual([
      {
        ...aFile,
        ticketId: ids.ticket,
        customerId: ids.customer,
        messageId: null,
        noteId: null,
        proposalId: ids.made,
      },
    ])
  })

  test('leave once with the answer they were released with, without those that were left out', () => {
    const desk = suggested()
    const messageId = idOf(911)
    const release = { proposalId: ids.made, messageId, isChanged: false, seen: 'proposed' }
    desk.run('proposal.release', release, onHub({ actor: colleague, ...next }))
    expect(desk.all('attachments')).toEqual([])
    const kept = { ...aFile, id: idOf(912) }
    const reply = { ...samples['ticket.reply'], messageId, attachments: [kept] }
    desk.run('ticket.reply', reply, onHub({ actor: colleague, mutationId: idOf(913) }))
    expect(desk.all('attachments')).toMatchObject([{ ...kept, messageId, proposalId: null }])
  })

  test('are gone when it is sent back or taken back', () => {
    const back = suggested()
    const words = { proposalId: ids.made, words: 'Which day?', seen: 'proposed' }
    back.run('proposal.sendBack', words, onHub({ actor: colleague, ...next }))
    const taken = suggested()
    taken.run(
      'proposal.withdraw',
      { proposalId: ids.made, seen: 'proposed' },
      onHub({ actor: guest, ...next }),
    )
    expect([...back.all('attachments'), ...taken.all('attachments')]).toEqual([])
  })

  test('a suggestion of an older app has none', () => {
    const desk = aDesk()
    const { attachments: _none, ...words } = samples['proposal.make']
    desk.run('proposal.make', words, onHub({ actor: guest }))
    expect(desk.get('proposals', ids.made)?.state).toBe('proposed')
    expect(desk.all('attachments')).toEqual([])
  })
})

describe('two colleagues', () => {
  test('who release the same: the second is asked, though both want the same', () => {
    const desk = aDesk()
    desk.run(
      'proposal.release',
      samples['proposal.release'],
      onHub({ actor: actorOf(anAgent({ id: ids.me })) }),
    )
    const second = { ...samples['proposal.release'], messageId: idOf(902) }
    expect(desk.decide('proposal.release', second, onHub({ mutationId: idOf(903) }))).toMatchObject({
      kind: 'conflict',
      conflict: {
        reason: 'changed-since',
        fields: [{ field: 'state', mine: 'released', theirs: 'released' }],
      },
    })
  })

  test('one releases, one sends back: whoever is second is asked', () => {
    const desk = aDesk()
    desk.run('proposal.sendBack', samples['proposal.sendBack'], onHub())
    expect(desk.get('proposals', ids.proposal)).toMatchObject({
      state: 'sent-back',
      words: 'Name the day it arrives.',
    })
    expect(
      desk.decide('proposal.release', samples['proposal.release'], onHub({ mutationId: idOf(904) })).kind,
    ).toBe('conflict')
  })
})

test('nobody releases their own, and nobody takes back another’s', () => {
  const desk = aDesk()
  const own = { ...samples['proposal.release'], proposalId: ids.ownProposal }
  expect(desk.decide('proposal.release', own, onHub())).toEqual({ kind: 'rejected', code: 'not-allowed' })
  const theirs = { proposalId: ids.proposal, seen: 'proposed' }
  expect(desk.decide('proposal.withdraw', theirs, onHub()).kind).toBe('rejected')
})

test('what guests may not is refused on the laptop too, and by its own name', () => {
  const refused = { kind: 'rejected', code: 'guest-may-not' }
  const desk = aDesk()
  for (const context of [onHub({ actor: guest }), onLaptop({ actor: guest })])
    for (const name of ['ticket.reply', 'thread.setState', 'goodwill.give', 'proposal.release'] as const)
      expect([name, desk.decide(name, samples[name], context)]).toEqual([name, refused])
})

test('a guest edits own notes and nobody else’s', () => {
  const desk = aDesk()
  const edit = samples['note.edit']
  expect(desk.decide('note.edit', edit, onHub({ actor: guest })).kind).toBe('changes')
  const other = actorOf(anAgent({ id: idOf(77), role: 'guest' }))
  expect(desk.decide('note.edit', edit, onHub({ actor: other })).kind).toBe('rejected')
})
