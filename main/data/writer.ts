import { parentPort, workerData } from 'node:worker_threads'
import { invariant } from '../../shared/assert.ts'
import { createRpcServer } from '../../shared/rpc/server.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import type { RpcHandler, RpcHandlers } from '../../shared/rpc/server.ts'
import { commandHandlers, mutationHandlers } from './handlers/command-handlers.ts'
import { placeHandlers } from './handlers/place-handlers.ts'
import type { OpenPlace } from './place.ts'
import { stderrLog } from './stderr-log.ts'
import { systemClock } from './system-clock.ts'
import { tellMethods } from './thread-methods.ts'
import { tellingDamage } from './telling-damage.ts'
import { waitingIn } from './waiting-room.ts'
import { portOfParent } from './worker-port.ts'

// The thread that writes: the only writable connection, sync, files. Requests arrive from entry.ts.

invariant(parentPort, 'the writer is a thread')

const { handlers, place } = placeHandlers({
  clock: systemClock,
  random: Math.random,
  log: stderrLog,
  isWanted: waitingIn(workerData as SharedArrayBuffer),
  emit: {
    rowsChanged: tables => server.emit('data.changed', { tables }),
    statusChanged: status => server.emit('sync.changed', status),
    tokensChanged: tokens => server.emit('data.tokensChanged', tokens),
    presenceChanged: tickets => server.emit('presence.changed', { tickets }),
    colleaguesChanged: agents => server.emit('colleagues.changed', { agents }),
    boardChanged: state => server.emit('board.changed', state),
    arrived: arrivals => server.emit('arrivals', arrivals),
    reminded: reminders => server.emit('reminders.due', { reminders }),
    rekeying: {
      copied: share => server.emit('key.copied', { share }),
      marked: marks => server.emit('key.marked', marks),
    },
    fatal,
  },
})

function fatal(code: ErrorCode): void {
  server.emit('data.fatal', { code })
}

type PlaceHandler = (input: never, place: OpenPlace) => unknown
const onPlace = (all: Readonly<Record<string, PlaceHandler>>): RpcHandlers =>
  Object.fromEntries(
    Object.entries(all).map(([name, handle]): [string, RpcHandler] => [
      name,
      input => handle(input as never, place()),
    ]),
  )

const ofWork = {
  ...onPlace(mutationHandlers as Readonly<Record<string, PlaceHandler>>),
  ...onPlace(commandHandlers),
}
const answers: RpcHandlers = {
  ...tellingDamage(ofWork, fatal),
  ...(handlers as unknown as RpcHandlers),
}
const server = createRpcServer(portOfParent(parentPort), answers)
tellMethods(server, answers)
