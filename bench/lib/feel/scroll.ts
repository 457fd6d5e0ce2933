/** Later than this after the one before, a frame is missed: two refreshes of a 60 Hz screen, ms. */
export const LATE_MS = 33

type Scroll = {
  /** Expression in the page for what scrolls; "null" watches frames while nothing does. */
  readonly box: string
  /** Pixels a frame; upwards when negative. */
  readonly step: number
  readonly ms: number
}

/** Expression in the page: scrolls from where it stands and answers the share of frames, in percent, that came late. */
export const scrollBy = ({ box, step, ms }: Scroll): string => `new Promise(resolve => {
  const box = ${box}
  let [late, frames, last] = [0, 0, null]
  const startedAtMs = performance.now()
  const frame = atMs => {
    if (last !== null) {
      frames += 1
      if (atMs - last > ${LATE_MS}) late += 1
    }
    last = atMs
    if (box) box.scrollTop += ${step}
    if (performance.now() - startedAtMs < ${ms}) requestAnimationFrame(frame)
    else resolve(late / frames * 100)
  }
  requestAnimationFrame(frame)
})`

type ToEnds = Omit<Scroll, 'step'> & {
  /** Height that is enough, px. */
  readonly enough: number
}

/** Expression in the page: goes to the end again and again, so that page after page comes; answers its height, px. */
export const scrollToEnds = ({ box, ms, enough }: ToEnds): string => `new Promise(resolve => {
  const box = ${box}
  const startedAtMs = performance.now()
  let [height, since] = [0, startedAtMs]
  const frame = () => {
    const now = performance.now()
    if (box.scrollHeight !== height) [height, since] = [box.scrollHeight, now]
    box.scrollTop = height
    // A second without anything more: it was all.
    if (height >= ${enough} || now - startedAtMs > ${ms} || now - since > 1_000) resolve(height)
    else requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
})`
