/** Quiet for so long, ms, the page is taken for settled: dialogs and menus come in over several frames. */
const QUIET = 150
const LONGEST = 5_000

/**
 * Waits until the page stands: fonts are there, nothing moves, and nothing was added, changed or removed for a while.
 * @param {import('@playwright/test').Page} page
 */
export const settled = page =>
  page.evaluate(
    async ([quiet, longest]) => {
      await document.fonts.ready
      const until = performance.now() + longest
      let changedAt = performance.now()
      const observer = new MutationObserver(() => (changedAt = performance.now()))
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      const isMoving = () =>
        document
          .getAnimations()
          .some(each => each.playState === 'running' && each.effect?.getTiming().iterations === 1)
      while (performance.now() < until && (isMoving() || performance.now() - changedAt < quiet))
        await new Promise(resolve => requestAnimationFrame(resolve))
      observer.disconnect()
    },
    [QUIET, LONGEST],
  )

/**
 * Presses keys one after the other, each once the page stands.
 * @param {...string} keys
 */
export const pressed =
  (...keys) =>
  async page => {
    await page.locator('nav').first().waitFor()
    for (const key of keys) {
      await page.keyboard.press(key)
      await settled(page)
    }
  }

/**
 * A key, then words where it leads.
 * @param {string} key
 * @param {string} words
 */
export const pressedAndTyped = (key, words) => async page => {
  await pressed(key)(page)
  await page.keyboard.type(words, { delay: 10 })
  await settled(page)
}

/** @param {string | RegExp} name */
export const clicked = name => page => page.getByRole('button', { name }).click()

/** @param {string | RegExp} name */
export const settingsPage = name => async page => {
  await pressed('Control+,')(page)
  await page.getByRole('tab', { name, exact: true }).click()
  await settled(page)
}

/**
 * The same picture in light and in dark.
 * @param {object} shot
 */
export const bothThemes = shot => [shot, { ...shot, name: `${shot.name}-dark`, dark: true }]
