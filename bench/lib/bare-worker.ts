import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from '../../main/data/db/open.ts'
import { bareTicketReader } from './bare-ticket.ts'

// A thread with nothing but prepared statements: a ticket's id comes in, its rows go out.

const read = bareTicketReader(openReader(workerData as { readonly path: string; readonly key: string }))
parentPort?.on('message', (ticketId: string) => parentPort?.postMessage(read(ticketId)))
