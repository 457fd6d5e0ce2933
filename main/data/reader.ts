import { existsSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { invariant } from '../../shared/assert.ts'
import { AppError, ErrorCode, toWireError } from '../../shared/errors.ts'
import { LONG_QUERIES } from '../../shared/contract/asking.ts'
import type { InternalInput } from '../../shared/contract/internal.ts'
import type { Question } from '../../shared/contract/questions.ts'
import type { PackedReply } from '../../shared/contract/reply.ts'
import { allowedKeyAge } from '../../shared/rules/key-age.ts'
import { createRpcServer } from '../../shared/rpc/server.ts'
import type { CallFacts, RpcHandler, RpcHandlers } from '../../shared/rpc/server.ts'
import { databasePath } from './database-path.ts'
import { unsentHere } from './db/counters.ts'
import { fittingKey } from './db/rekey/fitting-key.ts'
import { rekeyNeeds } from './db/rekey/replace-key.ts'
import { filesToTurn } from './db/store-blob-keys.ts'
import { close, openReader } from './db/open.ts'
import type { ReadableDb } from './db/types.ts'
import { queryHandlers } from './handlers/query-handlers.ts'
import type { QueryContext } from './queries/query-context.ts'
import { teamRule } from './queries/team-rules.ts'
import { systemClock } from './system-clock.ts'
import { tellingDamage } from './telling-damage.ts'
import { tellMethods } from './thread-methods.ts'
import { portOfParent } from './worker-port.ts'

// The thread that reads, on its own connection: a query never waits for a write.

invariant(parentPort, 'the reader is a thread')

let open: QueryContext | null = null

function closeOpen(): void {
  const closing = open
  open = null
  if (closing) close(closing.db)
}

function context(): QueryContext {
  if (open) return open
  throw new AppError(ErrorCode.DataUnavailable, 'No place is open')
}

type OfClosed = InternalInput<'data.countUnsent'>

/** Of a place that is not open: `none` where nothing is, null where its file cannot be read. */
function ofClosed<T>(
  { folder, key }: OfClosed,
  { none, read }: { readonly none: T | null; readonly read: (db: ReadableDb) => T | null },
): T | null {
  const path = databasePath(folder)
  if (!existsSync(path)) return none
  try {
    const db = openReader({ path, key })
    try {
      return read(db)
    } finally {
      close(db)
    }
  } catch {
    return null
  }
}

const ofPlace: RpcHandlers = {
  'data.open': input => {
    const { folder, key, place, clientId } = input as InternalInput<'data.open'>
    closeOpen()
    open = {
      db: openReader({ path: databasePath(folder), key }),
      agentId: place.agent.id,
      clientId,
      clock: systemClock,
    }
    return {}
  },
  'data.close': () => {
    closeOpen()
    return {}
  },
  'data.whichKey': input => {
    const { folder, ...keys } = input as InternalInput<'data.whichKey'>
    return fittingKey({ path: databasePath(folder), ...keys })
  },
  'data.rekeyNeeds': input => ({
    ...rekeyNeeds(databasePath((input as InternalInput<'data.rekeyNeeds'>).folder)),
    filesLeft: open ? filesToTurn(open.db) : 0,
  }),
  'data.countUnsent': input => ({ unsent: ofClosed(input as OfClosed, { none: 0, read: unsentHere }) }),
  'data.keyRule': input => ({
    maxAgeDays: ofClosed(input as OfClosed, {
      none: null,
      read: db => allowedKeyAge(teamRule(db, 'laptops')),
    }),
  }),
}

type QueryHandler = (input: never, query: QueryContext) => unknown
const queries: RpcHandlers = tellingDamage(
  Object.fromEntries(
    Object.entries(queryHandlers as Readonly<Record<string, QueryHandler>>).map(
      ([name, handle]): [string, RpcHandler] => [name, input => handle(input as never, context())],
    ),
  ),
  code => server.emit('data.fatal', { code }),
)

const byName = new Map(Object.entries(queries))

/** One by one and in order, on one connection; what fails fails alone. */
function answerOne({ name, input }: Question, facts: CallFacts): PackedReply {
  try {
    const handle = byName.get(name)
    if (!handle) throw new AppError(ErrorCode.NotFound, 'Unknown query', { name })
    // Begun here, it would end with nobody waiting: what it then threw would end this thread.
    if (LONG_QUERIES.has(name)) throw new AppError(ErrorCode.BadRequest, 'To be asked alone', { name })
    const value = handle(input, facts)
    invariant(!(value instanceof Promise), `${name} takes turns and is not among LONG_QUERIES`)
    return { ok: true, json: JSON.stringify(value ?? null) }
  } catch (error) {
    return { ok: false, error: toWireError(error) }
  }
}

const answers: RpcHandlers = {
  ...ofPlace,
  ...queries,
  'questions.answer': (input, facts) =>
    (input as InternalInput<'questions.answer'>).questions.map(question => answerOne(question, facts)),
}
const server = createRpcServer(portOfParent(parentPort), answers)
tellMethods(server, answers)
