import type { Patch } from './data-process.ts'
import type { HubUnderTest } from './hub.ts'
import { addCase } from './hub-work.ts'
import type { Case } from './hub-work.ts'
import { noteOn, OFFLINE_FACTS, replyTo, sitDown } from './whole-laptop.ts'
import type { WholeLaptop } from './whole-laptop.ts'

export type OfflineDay = {
  /** Its process runs, its place is closed. */
  readonly lena: WholeLaptop
  /** What was written and has not left, notes and replies. */
  readonly texts: readonly string[]
  readonly work: Case
}

type Given = {
  readonly hub: HubUnderTest
  readonly unsent: number
  /** Behind every text: how much is written. */
  readonly more?: string
  readonly patch?: Patch | null
  readonly cleanUps: (() => unknown)[]
}

/** One in so many of the texts is a reply, the others are notes. */
const REPLY_EVERY = 4

/** A laptop that was offline for a while and was closed as when the app quits, so that everything lies in the one file. */
export async function afterADayOffline(given: Given): Promise<OfflineDay> {
  const { hub, unsent, more = '', patch = null, cleanUps } = given
  const work = await addCase(hub)
  const first = await sitDown({ hubUrl: hub.url, name: 'lena', patch, cleanUps })
  await first.settled()
  await first.call('data.setNetwork', OFFLINE_FACTS)
  const texts: string[] = []
  for (let index = 0; index < unsent; index += 1) {
    const text = `Unsent ${index} on ${work.ticket.id} ${more}`.trimEnd()
    if (index % REPLY_EVERY === 0) await first.call('ticket.reply', replyTo(work, text, 0))
    else await first.call('note.add', noteOn(work, text))
    texts.push(text)
  }
  await first.call('data.close', {})
  return { lena: await first.restartedClosed(), texts, work }
}
