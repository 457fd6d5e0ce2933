import type { Trial } from '../kill-trials.ts'
import { noteOn, replyTo, SEEN_ALL } from '../whole-laptop.ts'
import type { WholeLaptop } from '../whole-laptop.ts'
import type { Case } from '../hub-work.ts'
import type { ForgetfulDisk } from './disk.ts'

export type CutDeps = {
  readonly disk: ForgetfulDisk
  readonly work: Case
  readonly random: () => number
}
/** Calls to the disk in one life: from the first of opening the place to about ten acts later. */
const LONGEST_LIFE = 500

/** Acts one after the other, two at a time now and then, until the machine is dead. */
async function workUntilDark(laptop: WholeLaptop, { work, random }: CutDeps, trial: Trial): Promise<void> {
  const { child } = laptop.data
  let isDark = child.exitCode !== null || child.signalCode !== null
  const dark = new Promise<void>(resolve => {
    if (isDark) resolve()
    else
      child.once('exit', () => {
        isDark = true
        resolve()
      })
  })
  const act = async (): Promise<void> => {
    const text = `Words ${trial.written.length} on ${work.ticket.id}`
    trial.written.push(text)
    const [name, args] =
      random() < 0.5
        ? (['ticket.reply', replyTo(work, text, SEEN_ALL)] as const)
        : (['note.add', noteOn(work, text)] as const)
    await laptop.call(name, args).then(
      () => trial.safe.push(text),
      () => {},
    )
  }
  while (!isDark) await Promise.race([dark, Promise.all(random() < 0.3 ? [act(), act()] : [act()])])
  await dark
}

/**
 * Cuts the power again and again, each time before some write or sync of one life of the process, and lets the disk
 * forget. Answers what was written and the last, living laptop on a disk that works.
 */
export async function cutAgainAndAgain(
  first: WholeLaptop,
  cuts: number,
  deps: CutDeps,
): Promise<Trial & { readonly laptop: WholeLaptop; readonly forgotten: number }> {
  const { disk, random } = deps
  const trial: Trial = { written: [], safe: [] }
  let laptop = first
  let forgotten = 0
  for (let cut = 0; cut < cuts; cut += 1) {
    const cutAfter = 1 + Math.floor(random() * LONGEST_LIFE)
    laptop = await laptop.restartedClosed({ env: disk.env({ cutAfter }) })
    // Opening is part of the life: the cut may come in the middle of it.
    await laptop.call('data.open', laptop.input).catch(() => {})
    await workUntilDark(laptop, deps, trial)
    forgotten += disk.cut(random).writes
  }
  return { ...trial, laptop: await laptop.restarted({}), forgotten }
}
