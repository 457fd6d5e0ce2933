import type { PageSocket } from '../page-socket.ts'

/**
 * Tasks of the main thread over 50 ms, as Chromium's Long Tasks timeline tells them: shorter ones are not in it, so
 * "none" is an empty list. Watching costs nothing while there are none.
 */
const WATCH = `(() => {
  if (window.tandemTasks) return
  const tasks = (window.tandemTasks = [])
  const take = entries => { for (const { startTime, duration } of entries) tasks.push({ startTime, duration }) }
  const observer = new PerformanceObserver(list => take(list.getEntries()))
  observer.observe({ type: 'longtask', buffered: true })
  window.tandemTakeTasks = () => { take(observer.takeRecords()); return tasks }
})()`

/** Starts watching; what happened since the page began is told, too. */
export const watchTasks = async (page: PageSocket): Promise<void> => void (await page.evaluate(WATCH))

/** Now, on the page's own clock, ms. */
export const pageNow = async (page: PageSocket): Promise<number> =>
  Number(await page.evaluate('performance.now()'))

/** When something of the page was on the screen for the first time, on its own clock, ms. */
export const firstSight = async (page: PageSocket): Promise<number> =>
  Number(
    await page.evaluate(`new Promise(resolve => {
      new PerformanceObserver(list => {
        const seen = list.getEntries().find(entry => entry.name === 'first-contentful-paint')
        if (seen) resolve(seen.startTime)
      }).observe({ type: 'paint', buffered: true })
    })`),
  )

/** How long each task over 50 ms took that began between two moments of the page, ms; a single 0 when there is none. */
export async function tasksBetween(
  page: PageSocket,
  fromMs: number,
  toMs: number,
): Promise<readonly number[]> {
  const tasks = (await page.evaluate('window.tandemTakeTasks()')) as readonly {
    readonly startTime: number
    readonly duration: number
  }[]
  const within = tasks.filter(({ startTime }) => startTime >= fromMs && startTime < toMs)
  return within.length === 0 ? [0] : within.map(({ duration }) => duration)
}
