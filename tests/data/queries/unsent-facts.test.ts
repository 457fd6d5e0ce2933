import { afterEach, beforeEach, expect, test } from 'vitest'
import { readUnsentFacts } from '../../../main/data/queries/unsent-facts.ts'
import { mutate } from '../../../main/data/sync/mutate.ts'
import { openDeskLaptop } from '../../support/desk-laptop.ts'
import type { DeskLaptop } from '../../support/desk-laptop.ts'
import { ids, samples } from '../../unit/mutations/scenes.ts'

let laptop: DeskLaptop
beforeEach(() => {
  laptop = openDeskLaptop()
})
afterEach(() => laptop.close())

test('what waits is counted, and its tickets are named: all of them, and those taken here', () => {
  const facts = () => readUnsentFacts(laptop.database.db)
  expect(facts()).toEqual({ replies: 0, tickets: 0, claimed: 0, ticketIds: [], claimedIds: [] })
  mutate(laptop.deps, { name: 'ticket.reply', args: samples['ticket.reply'] })
  expect(facts()).toMatchObject({ replies: 1, tickets: 1, ticketIds: [ids.ticket], claimedIds: [] })
  mutate(laptop.deps, { name: 'thread.take', args: samples['thread.take'] })
  expect(facts()).toMatchObject({ tickets: 1, claimed: 1, ticketIds: [ids.ticket], claimedIds: [ids.ticket] })
})
