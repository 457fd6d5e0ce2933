/** What people read while a script works: one plain sentence per step, with the time it took. */

/** @type {NodeJS.WriteStream} */
let out = process.stdout

/** @param {string} text */
export function say(text) {
  out.write(`${text}\n`)
}

/** Where a command's own output is read by a program, steps are told beside it. */
export function sayBeside() {
  out = process.stderr
}

/** @param {number} ms */
export function duration(ms) {
  if (ms < 1_000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`
}

const BEAT_MS = 10_000

/**
 * Says what begins and how long it took. A failure is said too and goes on to the caller.
 * A step of more than ten seconds says now and then how far it is: `note` tells it.
 * @template T
 * @param {string} title
 * @param {(note: (text: string) => void) => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedAt = performance.now()
  const elapsed = () => duration(performance.now() - startedAt)
  let progress = ''
  const beat = setInterval(() => say(`  … ${elapsed()}${progress && `: ${progress}`}`), BEAT_MS)
  say(`- ${title} …`)
  try {
    const result = await work(text => (progress = text))
    say(`  done in ${elapsed()}`)
    return result
  } catch (error) {
    say(`  failed after ${elapsed()}`)
    throw error
  } finally {
    clearInterval(beat)
  }
}

/** A failure whose message is all a person needs: it is printed without a stack. */
export class PlainFailure extends Error {}

/**
 * Runs a script's main function, prints what went wrong and ends with its exit code, whatever a builder or a
 * poll may have left running in this process.
 * @param {() => Promise<number | void>} main
 */
export async function runScript(main) {
  try {
    process.exit((await main()) ?? 0)
  } catch (error) {
    process.stderr.write(`\n${error instanceof PlainFailure ? error.message : describe(error)}\n`)
    process.exit(1)
  }
}

/** @param {unknown} error */
const describe = error => (error instanceof Error ? (error.stack ?? error.message) : String(error))
