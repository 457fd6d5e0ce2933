import type { FaultProxy, ProxiedAnswer, ProxiedRequest } from './fault-proxy.ts'
import type { Case } from './hub-work.ts'
import { sampleId } from './sample-row.ts'
import { noteOn, replyTo, SEEN_ALL } from './whole-laptop.ts'
import type { WholeLaptop } from './whole-laptop.ts'

/** When the data process is killed. */
export const MOMENTS = ['acknowledged', 'told', 'by-time', 'push-leaves', 'push-answered', 'opening'] as const
export type Moment = (typeof MOMENTS)[number]

export type Trial = {
  /** Every text that was ever handed over. */
  readonly written: string[]
  /** Those that the process said are safe. */
  readonly safe: string[]
}
export type TrialDeps = {
  readonly line: FaultProxy
  readonly work: Case
  readonly random: () => number
  /** What else happens to a push on its way. */
  readonly onPush?: (
    request: ProxiedRequest,
    forward: (request: ProxiedRequest) => Promise<ProxiedAnswer>,
  ) => Promise<ProxiedAnswer>
}

const upTo = (random: () => number, most: number): number => 1 + Math.floor(random() * most)

/** Kills the process at the moment chosen; resolves once it is dead. */
function killAt(
  moment: Moment,
  laptop: WholeLaptop,
  { line, random, onPush }: TrialDeps,
): { readonly dead: Promise<void>; readonly acknowledged: () => void } {
  const { data } = laptop
  const dead = new Promise<void>(resolve => {
    if (data.child.exitCode !== null || data.child.signalCode !== null) resolve()
    else data.child.once('exit', () => resolve())
  })
  const kill = (): void => void data.child.kill('SIGKILL')
  line.setFault(async (request, forward) => {
    if (!request.url.startsWith('/v1/sync/push')) return forward()
    if (moment === 'push-leaves') kill()
    const answer = await (onPush ? onPush(request, forward) : forward())
    if (moment === 'push-answered') kill()
    return answer
  })
  let left = upTo(random, 4)
  const countdown = (): void => {
    left -= 1
    if (left === 0) kill()
  }
  if (moment === 'told') for (const event of ['data.changed', 'sync.changed']) data.on(event, countdown)
  if (moment === 'by-time') setTimeout(kill, random() * 80)
  return { dead, acknowledged: moment === 'acknowledged' ? countdown : () => {} }
}

/** One life of the process: it is given some work at once and killed in the middle of it. */
async function oneLife(
  moment: Moment,
  laptop: WholeLaptop,
  deps: TrialDeps & { readonly trial: Trial },
): Promise<void> {
  const { work, random, trial } = deps
  const { dead, acknowledged } = killAt(moment, laptop, deps)
  const count = 3 + upTo(random, 4)
  for (let index = 0; index < count; index += 1) {
    const text = `Words ${trial.written.length} on ${work.ticket.id}`
    trial.written.push(text)
    const [name, args] =
      random() < 0.5 ? ['ticket.reply', replyTo(work, text, SEEN_ALL)] : ['note.add', noteOn(work, text)]
    laptop.call(name as string, args).then(
      () => {
        trial.safe.push(text)
        acknowledged()
      },
      () => {},
    )
  }
  await dead
}

/** Kills the process again and again over one folder; answers what was written and the last, living process. */
export async function killAgainAndAgain(
  first: WholeLaptop,
  rounds: number,
  deps: TrialDeps & { readonly moments?: readonly Moment[] },
): Promise<Trial & { readonly laptop: WholeLaptop }> {
  const trial: Trial = { written: [], safe: [] }
  const moments = deps.moments ?? MOMENTS
  let laptop = first
  for (let round = 0; round < rounds; round += 1) {
    const moment = moments[round % moments.length] ?? 'by-time'
    if (moment === 'opening') laptop.data.child.kill('SIGKILL')
    else await oneLife(moment, laptop, { ...deps, trial })
    deps.line.setFault(
      deps.onPush
        ? async (request, forward) =>
            request.url.startsWith('/v1/sync/push') && deps.onPush ? deps.onPush(request, forward) : forward()
        : null,
    )
    laptop = moment === 'opening' ? await reopenedTwice(laptop) : await laptop.restarted()
  }
  return { ...trial, laptop }
}

/** Dies while its place is being opened, and opens at the next start. */
async function reopenedTwice(laptop: WholeLaptop): Promise<WholeLaptop> {
  const opening = await laptop.restarted()
  const asked = opening.call('data.open', opening.input).catch(() => {})
  opening.data.child.kill('SIGKILL')
  await asked
  return opening.restarted()
}

/** What is wrong after all of it: words that were safe and are gone, and words that are there more than once. */
export function judge(
  { written, safe }: { readonly written: readonly string[]; readonly safe: readonly string[] },
  onHub: readonly string[],
): { readonly lost: readonly string[]; readonly twice: readonly string[] } {
  const count = (text: string): number => onHub.filter(each => each === text).length
  return { lost: safe.filter(text => count(text) === 0), twice: written.filter(text => count(text) > 1) }
}

type PushBody = {
  readonly entries: readonly {
    readonly mutationId: string
    readonly args: Readonly<Record<string, unknown>>
  }[]
}

/** A push as a client without lasting ids would send it: every attempt looks like new work. Ids in the answer are put back. */
export async function withFreshIds(
  request: ProxiedRequest,
  forward: (request: ProxiedRequest) => Promise<ProxiedAnswer>,
): Promise<ProxiedAnswer> {
  const { entries } = JSON.parse(request.body.toString('utf8')) as PushBody
  const ids = entries.flatMap(({ mutationId, args }) => [mutationId, args['messageId'], args['noteId']])
  const fresh = new Map(ids.filter(id => typeof id === 'string').map(id => [id, sampleId()]))
  const translated = (text: string, words: Iterable<readonly [string, string]>): string =>
    [...words].reduce((sofar, [from, to]) => sofar.replaceAll(from, to), text)
  const answer = await forward({
    ...request,
    body: Buffer.from(translated(request.body.toString('utf8'), fresh)),
  })
  const back = [...fresh].map(([from, to]) => [to, from] as const)
  return { ...answer, body: Buffer.from(translated(answer.body.toString('utf8'), back)) }
}
