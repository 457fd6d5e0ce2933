import { readKey } from '../../shared/rules/training/first-steps.ts'
import type { FirstStep } from '../../shared/rules/training/first-steps.ts'
import { paletteStore } from '../stores/palette-store.ts'
import { uiStore } from '../stores/ui-store.ts'
import { live } from './live.ts'
import { watchActs } from './remember-act.ts'
import { markSteps } from './training-intents.ts'

/** What was really done, by what the window asks of the data. */
const STEP_OF: Readonly<Record<string, FirstStep>> = {
  'ticket.reply': 'reply',
  'note.add': 'note',
  'lease.take': 'offline',
  'guideRun.start': 'guide',
  'status.set': 'status',
}

/** One's own first steps as they stand, if there are any that are open. */
function openSteps() {
  const found = live.read('firstSteps.get', {})
  return found.state === 'ready' ? found.value.own : null
}

const asked = new Set<string>()
function note(key: string): void {
  const steps = openSteps()
  if (!steps || steps.done[key] !== undefined || asked.has(`${steps.id} ${key}`)) return
  // Once: the row says so from then on.
  asked.add(`${steps.id} ${key}`)
  void markSteps(steps, [key])
}

/** An intent was taken: alone or as part of a group. */
function noteStepOf(name: string, input: unknown): void {
  if (name === 'mutations.group') {
    const { items } = input as { readonly items: readonly { readonly name: string }[] }
    for (const item of items) noteStepOf(item.name, null)
    return
  }
  const step = STEP_OF[name]
  if (step !== undefined) note(step)
}

export const noteStoryRead = (storyId: string): void => note(readKey(storyId))

/** Notes what a new agent really does while steps of theirs are open; returns a function that stops it. */
export function watchFirstSteps(): () => void {
  const stops = [
    watchActs(noteStepOf),
    uiStore.subscribe((now, before) => {
      if (now.view !== before.view) note('view')
    }),
    paletteStore.subscribe(({ opened }) => {
      if (opened) note('palette')
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
