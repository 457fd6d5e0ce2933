import { play } from './play.ts'
import type { Script, Step } from './world/plan.ts'

/** Whether the history made of these steps fails in the same way. */
type Fails = (steps: readonly Step[]) => Promise<boolean>

const without = (steps: readonly Step[], from: number, count: number): readonly Step[] => [
  ...steps.slice(0, from),
  ...steps.slice(from + count),
]

/**
 * The shortest list delta debugging finds that still fails: parts are left out, the large ones first, as long as the
 * failure stays (Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", 2002). What is left is
 * minimal in that no single step can go.
 */
export async function shortest(steps: readonly Step[], fails: Fails): Promise<readonly Step[]> {
  let left = steps
  for (let size = Math.ceil(left.length / 2); size >= 1;) {
    let hasShrunk = false
    // From the end: what happened after the failure goes in one go.
    for (let from = Math.floor((left.length - 1) / size) * size; from >= 0; from -= size) {
      const shorter = without(left, from, size)
      if (shorter.length === left.length || !(await fails(shorter))) continue
      left = shorter
      hasShrunk = true
    }
    if (size === 1 && !hasShrunk) return left
    size = hasShrunk && size === 1 ? 1 : Math.max(1, Math.floor(size / 2))
  }
  return left
}

export type Shrunk = { readonly script: Script; readonly broken: string; readonly tries: number }

/** A failing history made short. Null when it does not fail at all. */
export async function shrink(script: Script): Promise<Shrunk | null> {
  const first = await play(script)
  if (first.ok) return null
  let tries = 0
  const fails: Fails = async steps => {
    tries += 1
    const again = await play({ ...script, steps })
    return !again.ok && again.broken === first.broken
  }
  // What came after the step that failed has no part in it.
  const { at } = first
  const upToIt = at === null ? script.steps : script.steps.filter(({ index }) => index <= at)
  const steps = await shortest(upToIt, fails)
  return { script: { ...script, steps }, broken: first.broken, tries }
}
