/** For so long what was painted still changes its height and the list around it follows. */
const SETTLES_FRAMES = 12

/** Keeps something where it stands on the screen while what is below it in a conversation comes or goes. */
export function keepInPlace(element: HTMLElement): void {
  const scroller = element.closest('[role="log"]')
  const { top } = element.getBoundingClientRect()
  let left = SETTLES_FRAMES
  const settle = (): void => {
    if (!scroller || !element.isConnected) return
    scroller.scrollTop += element.getBoundingClientRect().top - top
    left -= 1
    if (left > 0) requestAnimationFrame(settle)
  }
  requestAnimationFrame(settle)
}
