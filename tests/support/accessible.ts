import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** What axe finds on the screen as it is, a line each, so that a failure says what and where. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  // Electron has no second target for axe to run in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/** Shows the page in both themes and looks at it in each; leaves it light. */
export async function inBothThemes(
  page: Page,
  look: (scheme: 'light' | 'dark') => Promise<unknown>,
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    await look(colorScheme)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** What is in front has no barriers, light and dark; its pictures go into a folder of out/e2e where one is named. */
export const isAccessible = (page: Page, where: string, folder?: string): Promise<void> =>
  inBothThemes(page, async scheme => {
    expect(await barriersOn(page), `${where}, ${scheme}`).toEqual([])
    if (folder !== undefined) await page.screenshot({ path: `out/e2e/${folder}/${where}-${scheme}.png` })
  })
