import type { Clock } from '../../shared/clock.ts'
import type { Actor } from '../../shared/mutations/define.ts'
import { AUTOMATION } from '../../shared/mutations/define.ts'
import { parseArgs } from '../../shared/mutations/decide.ts'
import type { MutationInput, MutationName } from '../../shared/mutations/index.ts'
import { mutationByName } from '../../shared/mutations/index.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { Outcome } from './apply.ts'
import { apply } from './apply.ts'
import type { Announce } from './feed.ts'
import { flushCounted } from './count-issues.ts'
import { RowBook } from './row-book.ts'
import { ServiceLevelBook } from './service-level-book.ts'
import { settle } from './settle.ts'
import type { HubStore } from './store.ts'
import { TicketNumbers } from './ticket-numbers.ts'

export type HubDeps = { readonly store: HubStore; readonly clock: Clock; readonly announce: Announce }

export type HubIntent<Name extends MutationName = MutationName> = {
  readonly name: Name
  readonly args: MutationInput<Name>
  /** Stands for the act: derived ids come from it, so the same act keeps the same rows. UUIDv7. */
  readonly mutationId: string
  /** Default: the hub itself. */
  readonly actor?: Actor
  /** When it happened, ms; default now, never later. */
  readonly nowMs?: number
  /** A history that is over may have sent this to the outside. Left out: it has not. */
  readonly mayHaveLeft?: boolean
}

/** The first intent of the list that was refused, and why. */
export type HubRefusal = { readonly index: number; readonly outcome: Exclude<Outcome, { kind: 'done' }> }
class Refused extends Error {
  readonly refusal: HubRefusal
  constructor(refusal: HubRefusal) {
    super('An intent of the hub was refused')
    this.refusal = refusal
  }
}

/**
 * Mail, timers, imports and administration change rows by the same mutations as agents, in one transaction: all of the
 * intents or none. Answers null, or the first refusal. It keeps no receipts: whoever calls names rows and mutations by
 * the outside's own ids (Message-ID …), so that a second run finds them. Throws `bad-request` for arguments that do
 * not fit their mutation.
 */
export async function applyAsHub(
  { store, clock, announce }: HubDeps,
  workspaceId: string,
  intents: readonly HubIntent[],
): Promise<HubRefusal | null> {
  try {
    const seq = await store.write(workspaceId, async tx => {
      const acceptedAtMs = clock.now()
      const rule = await tx.settings()
      const book = new RowBook(tx)
      const numbers = new TicketNumbers(tx)
      const levels = new ServiceLevelBook(tx)
      for (const [index, intent] of intents.entries()) {
        const { mutationId, actor = AUTOMATION, mayHaveLeft = false } = intent
        const nowMs = Math.min(intent.nowMs ?? acceptedAtMs, acceptedAtMs)
        const outcome = await apply(
          { tx, book, numbers, levels },
          { ...parsed(intent), mutationId, actor, nowMs, acceptedAtMs, mayHaveLeft, bounds: null },
        )
        if (outcome.kind !== 'done') throw new Refused({ index, outcome })
      }
      await flushCounted(book, tx)
      await numbers.flush()
      const changes = await settle(tx, rule, book.written())
      return changes.length === 0 ? null : tx.publish(changes, acceptedAtMs)
    })
    if (seq !== null) announce(workspaceId, seq)
    return null
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

function parsed({ name, args }: HubIntent) {
  const mutation = mutationByName(name)
  const fit = parseArgs(mutation, args)
  if (!fit)
    throw new AppError(ErrorCode.BadRequest, 'The arguments do not fit the mutation', { mutation: name })
  return { mutation, args: fit.args }
}
