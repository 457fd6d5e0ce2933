import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

const BUILDER = createRequire(import.meta.filename).resolve('@axe-core/playwright')
/** axe's own text, found where its builder finds it. */
const AXE = readFileSync(createRequire(BUILDER).resolve('axe-core/axe.min.js'), 'utf8')
/** Half a megabyte that every page and frame reads once, not at every look. */
const ONCE = `if (!globalThis.axe?.run) {\n${AXE}\n}`
/** What a page is sent that has it and holds no frames: half a megabyte takes its time on the way, too. */
const NOTHING_MORE = 'void 0'

/** What is open over everything else. The colours of what it covers cannot be seen, so axe does not judge them. */
const IN_FRONT = '[role="dialog"][aria-modal="true"]'

/** What depends on the theme; everything else axe looks at is the same page in other colours. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

export type LookOptions = {
  /** The same screen was looked at whole in the other theme. */
  readonly isColourOnly?: boolean
  /** CSS of what came in front, where the page behind it was looked at already. */
  readonly part?: string | undefined
}

/** What axe finds on the screen as it is, a line each, so that a failure says what and where. */
export async function barriersOn(
  page: Page,
  { isColourOnly = false, part }: LookOptions = {},
): Promise<readonly string[]> {
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    // What it would fetch beforehand is for two rules: of turning the screen, which is off, and of sound, which is nowhere.
    preload: false,
    ...(isColourOnly ? { runOnly: { type: 'rule', values: OF_COLOUR } } : {}),
  }
  const violations = part === undefined ? await inAll(page, options) : await inPart(page, part, options)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, html, failureSummary }) => `${id} at ${target.join(' ')} ${html}: ${failureSummary ?? ''}`,
    ),
  )
}

/**
 * Waits, since colours on their way from one theme, or from nothing, to what they will be are no colours to be judged.
 * Answers whether axe is there.
 */
const standsStill = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime),
      )
    await Promise.allSettled(passing.map(({ finished }) => finished))
    return 'axe' in globalThis
  })

async function inAll(page: Page, options: axe.RunOptions): Promise<readonly axe.Result[]> {
  const isThere = await standsStill(page)
  const axeSource = isThere && page.frames().length === 1 ? NOTHING_MORE : ONCE
  const builder = new AxeBuilder({ page, axeSource }).options(options)
  if (options.runOnly !== undefined && (await page.locator(IN_FRONT).count()) > 0) builder.include(IN_FRONT)
  // Electron has no second target for axe to run in.
  const { violations } = await builder.setLegacyMode(true).analyze()
  return violations
}

/**
 * A part is looked at without asking each frame of the page. For colours axe lays out everything that is on the screen,
 * each time: what stands in front of the page is opaque, so nothing of the page is laid out for it.
 */
async function inPart(page: Page, part: string, options: axe.RunOptions): Promise<readonly axe.Result[]> {
  if (!(await standsStill(page))) await page.evaluate(AXE)
  return page.evaluate(
    async ([selector, given]) => {
      const { axe: here } = globalThis as unknown as { axe: typeof axe }
      const behind = document.getElementById('root')
      const isInFront = [...document.querySelectorAll(selector)].every(each => !behind?.contains(each))
      const besides = (node: Node): number =>
        node === behind ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
      if (isInFront)
        document.createTreeWalker = (root, shown) =>
          Document.prototype.createTreeWalker.call(document, root, shown, besides)
      try {
        const { violations } = await here.run({ include: [selector] }, { ...given, iframes: false })
        return violations
      } finally {
        Reflect.deleteProperty(document, 'createTreeWalker')
      }
    },
    [part, options] as const,
  )
}

/** Shows the page in a theme and waits until it stands in it. */
export async function inTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  // Told by the page itself: Playwright asks again only after a tenth of a second.
  await page.evaluate(
    wanted =>
      new Promise<void>(resolve => {
        const root = document.documentElement
        const name = 'data-mantine-color-scheme'
        const watch = new MutationObserver(() => look())
        const look = (): void => {
          if (root.getAttribute(name) !== wanted) return
          watch.disconnect()
          resolve()
        }
        watch.observe(root, { attributeFilter: [name] })
        look()
      }),
    colorScheme,
  )
}

/** Shows the page in both themes and looks at it in each; leaves it light. */
export async function inBothThemes(
  page: Page,
  look: (scheme: 'light' | 'dark') => Promise<unknown>,
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await inTheme(page, colorScheme)
    await look(colorScheme)
  }
  await inTheme(page, 'light')
}

/**
 * What is in front has no barriers, light and dark: a dialog without the page that it covers, else the page. Its pictures
 * go into a folder of out/e2e where one is named.
 */
export const isAccessible = (page: Page, where: string, folder?: string): Promise<void> =>
  inBothThemes(page, async scheme => {
    const part = (await page.locator(IN_FRONT).count()) > 0 ? IN_FRONT : undefined
    const barriers = await barriersOn(page, { isColourOnly: scheme === 'dark', part })
    expect(barriers, `${where}, ${scheme}`).toEqual([])
    if (folder !== undefined) await page.screenshot({ path: `out/e2e/${folder}/${where}-${scheme}.png` })
  })

/** What came in front has no barriers, light and dark; the page behind it is looked at elsewhere. */
export const isPartAccessible = (page: Page, where: string, part = '[role=dialog]'): Promise<void> =>
  inBothThemes(page, async scheme => {
    const barriers = await barriersOn(page, { isColourOnly: scheme === 'dark', part })
    expect(barriers, `${where}, ${scheme}`).toEqual([])
  })
