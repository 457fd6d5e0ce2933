import { noteOn, replyTo, SEEN_ALL } from './whole-laptop.ts'
import type { OnTicket, WholeLaptop } from './whole-laptop.ts'

export type BusyDesk = {
  /** Every text this desk was given, as soon as its laptop called it safe. */
  readonly safe: readonly string[]
  /** Ends after the act under way. */
  readonly stop: () => Promise<void>
}

/** An agent who writes one thing after the other, a few a second, whatever the line does. */
export function keepBusy(
  laptop: WholeLaptop,
  work: OnTicket,
  { name, everyMs }: { readonly name: string; readonly everyMs: number },
): BusyDesk {
  const safe: string[] = []
  let isWorking = true
  const run = async (): Promise<void> => {
    for (let count = 0; isWorking; count += 1) {
      const text = `${name} ${count} on ${work.ticket.id}`
      const isReply = count % 3 === 0
      await laptop.call(
        isReply ? 'ticket.reply' : 'note.add',
        isReply ? replyTo(work, text, SEEN_ALL) : noteOn(work, text),
      )
      safe.push(text)
      await new Promise(resolve => setTimeout(resolve, everyMs))
    }
  }
  const done = run()
  // Whoever stops it hears of it; a laptop that is ended with the test ends it too.
  done.catch(() => {})
  return {
    safe,
    stop: () => {
      isWorking = false
      return done
    },
  }
}
