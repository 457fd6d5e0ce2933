/** What people read while a script works: one plain sentence per step, with the time it took. */

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`)
}

/** @param {number} ms */
export function duration(ms) {
  if (ms < 1_000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`
}

/**
 * Says what begins and how long it took. A failure is said too and goes on to the caller.
 * @template T
 * @param {string} title
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedAt = performance.now()
  const beat = setInterval(() => say(`  … still ${lowerFirst(title)} (${elapsed()})`), 15_000)
  const elapsed = () => duration(performance.now() - startedAt)
  say(`- ${title} …`)
  try {
    const result = await work()
    say(`  done in ${elapsed()}`)
    return result
  } catch (error) {
    say(`  failed after ${elapsed()}`)
    throw error
  } finally {
    clearInterval(beat)
  }
}

/** @param {string} text */
const lowerFirst = text => text.charAt(0).toLowerCase() + text.slice(1)

/** A failure whose message is all a person needs: it is printed without a stack. */
export class PlainFailure extends Error {}

/**
 * Runs a script's main function; prints what went wrong and sets the exit code.
 * @param {() => Promise<number | void>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.stderr.write(`\n${error instanceof PlainFailure ? error.message : describe(error)}\n`)
    process.exitCode = 1
  }
}

/** @param {unknown} error */
const describe = error => (error instanceof Error ? (error.stack ?? error.message) : String(error))
