import type { PageSocket } from './page-socket.ts'

/** Tickets of one walk: down so many, then up again, so that the list itself stays as long as it is. */
const WALK = 200
/** Longer than this nobody waits for a ticket: then it is the end of the list. */
const PATIENCE_MS = 5_000

/**
 * Opens tickets of the list one after the other with the keys for it. The heading of each is on the screen before the
 * next is asked for. Runs in the page; the bench only waits. Answers how many were seen.
 */
const switching = (count: number): string => `(async () => {
  const frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
  const heading = () => document.querySelector('[aria-label="Conversation"] :is(h1, h2)')?.textContent ?? ''
  const press = key =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: 'Key' + key.toUpperCase(), bubbles: true }))
  const until = async (holds, ms) => {
    const end = performance.now() + ms
    while (!holds() && performance.now() < end) await frame()
  }
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key: '4', code: 'Digit4', ctrlKey: true, bubbles: true }))
  press('j')
  await until(() => heading() !== '', ${PATIENCE_MS})
  let key = 'j'
  let seen = 0
  for (let done = 0; done < ${count}; done += 1) {
    if (done % ${WALK} === ${WALK - 1}) key = key === 'j' ? 'k' : 'j'
    const before = heading()
    press(key)
    await until(() => heading() !== before, ${PATIENCE_MS})
    if (heading() === before) key = key === 'j' ? 'k' : 'j'
    else seen += 1
  }
  return seen
})()`

/** A walk that sees less than nine of ten tickets measured something else. */
export async function switchTickets(page: PageSocket, count: number): Promise<number> {
  const seen = Number(await page.evaluate(switching(count)))
  if (seen < count * 0.9) throw new Error(`Only ${seen} of ${count} tickets were seen`)
  return seen
}
