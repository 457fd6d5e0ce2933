import type { MethodName, Output } from '../../shared/contract/index.ts'
import { QUESTIONS_LIMIT } from '../../shared/contract/asking.ts'
import type { Question } from '../../shared/contract/questions.ts'
import type { PackedReply } from '../../shared/contract/reply.ts'
import { fromWireError } from '../../shared/errors.ts'

export type AskTogether = <Name extends MethodName>(name: Name, input: unknown) => Promise<Output<Name>>
type Waiting = {
  readonly question: Question
  readonly settle: (reply: PackedReply) => void
  readonly fail: (error: unknown) => void
}

/**
 * Queries asked in one go (a ticket is opened, a change touches several answers of a screen) travel in one message
 * and are answered in one, so that they also paint together. Rejects with what `ask` rejects with, or with the AppError of the one
 * query that failed.
 */
export function askTogether(
  ask: (questions: readonly Question[]) => Promise<readonly PackedReply[]>,
): AskTogether {
  let waiting: Waiting[] = []

  async function send(batch: readonly Waiting[]): Promise<void> {
    try {
      const replies = await ask(batch.map(({ question }) => question))
      for (const [index, { settle, fail }] of batch.entries()) {
        const reply = replies[index]
        if (reply) settle(reply)
        else fail(new Error('A question without an answer'))
      }
    } catch (error) {
      for (const { fail } of batch) fail(error)
    }
  }

  function flush(): void {
    const all = waiting
    waiting = []
    for (let at = 0; at < all.length; at += QUESTIONS_LIMIT) void send(all.slice(at, at + QUESTIONS_LIMIT))
  }

  return (name, input) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(flush)
      const settle = (reply: PackedReply): void => {
        if (reply.ok) resolve(JSON.parse(reply.json) as Output<typeof name>)
        else reject(fromWireError(reply.error))
      }
      waiting.push({ question: { name, input }, settle, fail: reject })
    })
}
