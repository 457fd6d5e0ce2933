import type { Clock } from '../../shared/clock.ts'
import type { WorkspaceId } from '../../shared/domain/ids.ts'
import type { Log } from '../../shared/log.ts'
import type { LiveFrame } from '../../shared/protocol/pull.ts'
import { toFailure } from '../http/failure.ts'
import type { Channel } from './channel.ts'
import { createChannel } from './channel.ts'
import type { FeedRange } from './feed-range.ts'
import type { FeedSubscriber } from '../sync/feed.ts'
import type { ByeReason, LiveReader, LiveSink } from './sink.ts'

/** Sessions are looked at again this often: a lost announcement delays the end of a socket by at most this. */
const REVALIDATE_MS = 60_000

export type LiveHubDeps = {
  readonly clock: Clock
  readonly log: Log
  readonly readRange: (workspaceId: WorkspaceId, fromSeq: number) => Promise<FeedRange>
  /** Calls back with each number the feed of a workspace reaches. */
  readonly subscribe: (workspaceId: WorkspaceId, callback: FeedSubscriber) => () => void
  /** Teams of the sessions among these that are still good, by family; ended ones are missing. */
  readonly readSessions: (
    workspaceId: WorkspaceId,
    familyIds: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly string[]>>
}

export type LiveHub = {
  /** Adds a reader; the returned function takes it away again. */
  readonly add: (sink: LiveSink) => () => void
  /** Gives a frame to those readers of a workspace that `isFor` says. */
  readonly tell: (workspaceId: WorkspaceId, frame: LiveFrame, isFor: (reader: LiveReader) => boolean) => void
  /** Looks at the sessions of one workspace, or of all, and closes readers whose session ended. */
  readonly revalidate: (workspaceId: WorkspaceId | null) => Promise<void>
  readonly readers: () => number
  /** Says good-bye to everybody. */
  readonly stop: (reason: ByeReason) => void
}

/** The live readers of this copy of the hub, one channel per workspace. */
export function createLiveHub(deps: LiveHubDeps): LiveHub {
  const { clock } = deps
  const channels = createChannels(deps)
  let isStopped = false

  async function revalidate(workspaceId: WorkspaceId | null): Promise<void> {
    await Promise.all(channels.all(workspaceId).map(channel => channel.revalidate()))
  }

  let cancelTimer = clock.after(REVALIDATE_MS, onTimer)
  function onTimer(): void {
    void revalidate(null)
    cancelTimer = clock.after(REVALIDATE_MS, onTimer)
  }

  return {
    add: sink => {
      if (isStopped) {
        sink.close('restarting')
        return () => {}
      }
      const { sinks } = channels.of(sink.reader.workspaceId)
      sinks.add(sink)
      return () => void sinks.delete(sink)
    },
    tell: (workspaceId, frame, isFor) => {
      for (const { sinks } of channels.all(workspaceId)) {
        for (const sink of sinks) if (isFor(sink.reader)) sink.tell(frame)
      }
    },
    revalidate,
    readers: () => channels.all(null).reduce((sum, { sinks }) => sum + sinks.size, 0),
    stop: reason => {
      isStopped = true
      cancelTimer()
      for (const channel of channels.all(null)) {
        channel.unsubscribe()
        for (const sink of channel.sinks) drop(channel, sink, reason)
      }
    },
  }
}

type HubChannel = Channel & { readonly revalidate: () => Promise<void>; readonly unsubscribe: () => void }
type Channels = {
  readonly of: (workspaceId: WorkspaceId) => HubChannel
  /** Those there are: of one workspace, or of all for null. */
  readonly all: (workspaceId: WorkspaceId | null) => readonly HubChannel[]
}

function createChannels({ clock, log, readRange, subscribe, readSessions }: LiveHubDeps): Channels {
  const channels = new Map<WorkspaceId, HubChannel>()
  const warn = (event: string) => (error: unknown) => log.warn(event, { code: toFailure(error).code })

  function make(workspaceId: WorkspaceId): HubChannel {
    const revalidate = (): Promise<void> => closeEnded(channel, ids => readSessions(workspaceId, ids))
    const channel = createChannel({
      clock,
      readRange: fromSeq => readRange(workspaceId, fromSeq),
      revalidate,
      onError: warn('live.range-failed'),
    })
    const unsubscribe = subscribe(workspaceId, channel.advance)
    return { ...channel, revalidate: () => revalidate().catch(warn('live.revalidate-failed')), unsubscribe }
  }

  return {
    of: workspaceId => {
      const channel = channels.get(workspaceId) ?? make(workspaceId)
      channels.set(workspaceId, channel)
      return channel
    },
    all: workspaceId =>
      [...channels].flatMap(([id, channel]) => ((workspaceId ?? id) === id ? [channel] : [])),
  }
}

type ReadTeams = (familyIds: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>

/** Closes readers whose session ended and tells the others their teams. */
async function closeEnded(channel: Channel, readTeams: ReadTeams): Promise<void> {
  if (channel.sinks.size === 0) return
  // Only those asked about are judged: others may come while the answer is on its way.
  const asked = [...channel.sinks]
  const teams = await readTeams([...new Set(asked.map(({ reader }) => reader.familyId))])
  for (const sink of asked) {
    const teamIds = teams.get(sink.reader.familyId)
    if (teamIds) sink.reader.teamIds = teamIds
    else drop(channel, sink, 'signed-out')
  }
}

function drop(channel: Channel, sink: LiveSink, reason: ByeReason): void {
  channel.sinks.delete(sink)
  sink.close(reason)
}
