import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { Handlers } from '../../../shared/contract/index.ts'
import { mutationNames } from '../../../shared/mutations/index.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { download } from '../blobs/transfer.ts'
import { approvalsOnHub, decideOnHub } from '../remote/approvals.ts'
import { countNextOnHub, eraseOnHub, exportOnHub, findOnHub } from '../remote/beyond.ts'
import { actOnGuest, guestRecordsOnHub } from '../remote/guests.ts'
import type { Failure } from '../remote/remote.ts'
import { keepingOnHub } from '../remote/keeping.ts'
import type { OpenPlace } from '../place.ts'

type DataHandlers = Handlers<'data', OpenPlace>

/** Every mutation is answered alike: by doing it here and at once. */
export const mutationHandlers = Object.fromEntries(
  mutationNames.map(name => [
    name,
    (args: unknown, { engine }: OpenPlace) => ({ mutationId: engine.mutate({ name, args }) }),
  ]),
) as unknown as Pick<DataHandlers, MutationName>

const whyNot = (failure: Failure): 'offline' | 'gone' | 'not-masked' =>
  failure.kind !== 'refused' ? 'offline' : failure.code === ErrorCode.TooLarge ? 'not-masked' : 'gone'

async function readAttachment(
  { attachmentId }: { readonly attachmentId: string },
  { blobs, hub, records }: OpenPlace,
): Promise<Awaited<ReturnType<DataHandlers['attachments.read']>>> {
  const file = records.attachment(attachmentId)
  if (!file) throw new AppError(ErrorCode.NotFound, 'No such attachment')
  const { fileName, mediaType } = file
  const here = await blobs.read(file)
  if (here) return { state: 'here', bytes: here, mediaType, fileName }
  const answer = await download(hub, file)
  if (!answer.ok) return { state: 'not-here', reason: whyNot(answer.failure) }
  await blobs.keepDownloaded(file, answer.value)
  return { state: 'here', bytes: answer.value.bytes, mediaType, fileName }
}

/** What the writer thread answers, beside the mutations. */
export const commandHandlers = {
  'mutations.group': ({ items, holdMs }, { engine }) => engine.mutateGroup(items, { holdMs }),
  'bulk.run': (input, { engine }) => engine.actOnMany(input),
  'tickets.markSeen': ({ ticketId, seq }, { marks }) => {
    marks.see(ticketId, seq)
    return { seen: true }
  },
  'undo.run': async ({ mutationIds }, { engine }) => {
    const { takenBack, inverses, refused, words } = await engine.undo(mutationIds)
    return { takenBack: takenBack.length, inverses: inverses.length, refused, words }
  },
  'attachments.keep': ({ bytes }, { blobs }) => blobs.keep(bytes),
  'attachments.read': readAttachment,
  'offline.choose': (choice, { dayFiles }) => {
    dayFiles.choose(choice)
    return { kept: true }
  },
  'offline.makeReady': (_input, { dayFiles }) => dayFiles.makeReady(),
  'offline.removeFiles': (_input, { dayFiles }) => dayFiles.removeFiles(),
  'hub.find': async ({ text }, { hub }) => ({ hits: await findOnHub(hub, text) }),
  'approvals.onHub': (_input, { hub }) => approvalsOnHub(hub),
  'approvals.decideOnHub': async ({ mutationId, ...args }, { hub, engine, clientId, epoch, clock }) => {
    // Only what waits is ever listed: what has been decided since is the hub's to say.
    const entry = { mutationId, name: 'approval.decide', args: { ...args, seen: 'requested' } }
    const outcome = await decideOnHub(hub, entry, { clientId, epoch: epoch(), nowMs: clock.now() })
    engine.wake('hint')
    return { outcome }
  },
  'customers.erase': async (request, { hub, engine }) => {
    await eraseOnHub(hub, request)
    engine.wake('hint')
    return { erased: true }
  },
  'customers.export': (request, { hub }) => exportOnHub(hub, request),
  'keeping.preview': (request, { hub }) => keepingOnHub(hub, request),
  'knownIssues.countNext': (request, { hub }) => countNextOnHub(hub, request),
  'guests.records': (_input, { hub }) => guestRecordsOnHub(hub),
  'guests.act': async ({ request }, { hub, engine }) => {
    const answer = await actOnGuest(hub, request)
    engine.wake('hint')
    return answer
  },
  'sync.status': (_input, { engine }) => engine.status(),
  'sync.health': (_input, { health }) => health(),
  'sync.wake': (_input, { engine }) => {
    engine.wake('focus')
    return { woken: true }
  },
  'attention.resolve': ({ mutationIds, action }, { engine }) => {
    const { resolved, words } = engine.resolve(mutationIds, action)
    return {
      resolved,
      words: words.map(({ ticketId, mode, body, draftId, files }) => ({
        ticketId,
        mode,
        body,
        draftId,
        files,
      })),
    }
  },
  'attention.decide': ({ mutationIds, choices }, { engine }) => {
    const { resolved } = engine.decide(mutationIds, choices)
    return { resolved }
  },
  'sync.release': ({ mutationIds }, { engine }) => ({ released: engine.release(mutationIds) }),
  'presence.list': (_input, { floor }) => floor.watchers.list(),
  'presence.set': ({ ticketId, doing }, { floor }) => {
    floor.place.set(ticketId, doing)
    return { taken: true }
  },
  'colleagues.list': (_input, { floor }) => floor.colleagues.list(),
  'status.get': (_input, { floor }) => floor.status(),
  'status.set': (status, { floor }) => floor.setStatus(status),
  'board.watch': ({ isWatching }, { floor }) => floor.board.watch(isWatching),
} satisfies Partial<DataHandlers>
