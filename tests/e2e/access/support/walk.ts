import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { barriersOn, inTheme } from '../../../support/accessible.ts'
import { expect, test } from '../../../support/house.ts'
import type { House, Seat, SitDown } from '../../../support/house.ts'
import type { CommandId } from '../../../../shared/contract/commands.ts'

/** One screen, the way to it and back. */
export type Screen = {
  readonly name: string
  /** Components it is the look at, as paths under renderer without `.tsx`. */
  readonly of?: readonly string[]
  readonly enter: (seat: Seat) => Promise<unknown>
  /** Brings the console back to where it was; without it what is open is closed by Escape. */
  readonly leave?: (seat: Seat) => Promise<unknown>
  /** CSS of what came in front of a page that was looked at already; without it the whole page is looked at. */
  readonly part?: string
  /** It is looked at once more with something in every field for words. */
  readonly isForm?: boolean
}

export const IN_DIALOG = '[role=dialog]'
export const IN_MENU = '[role=menu]'

const EN: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../renderer/locales/en.json'), 'utf8'),
)

/** What stands in the window at a path of the locale file, such as `common.save`. */
export function said(path: string): string {
  const found = path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
      EN,
    )
  if (typeof found !== 'string') throw new Error(`Nothing is said at ${path}`)
  return found
}

/** Runs a command by its name, as somebody who knows no keys does. */
export async function run({ desk, window }: Pick<Seat, 'desk' | 'window'>, id: CommandId): Promise<void> {
  const title = said(`commands.${id}`)
  await desk.leaveField()
  await desk.press('Control+k')
  const palette = window.getByRole('dialog', { name: 'Commands' })
  await palette.getByRole('textbox').first().fill(title)
  await palette.getByText(title, { exact: true }).first().click()
  await expect(palette).toHaveCount(0)
}

const IN_FRONT = `${IN_DIALOG}, ${IN_MENU}`

/** Closes whatever is in front, one layer at a time. */
export async function closeAll({ window }: Pick<Seat, 'window'>): Promise<void> {
  const open = window.locator(IN_FRONT)
  await expect(async () => {
    if ((await open.count()) > 0) await window.keyboard.press('Escape')
    await expect(open).toHaveCount(0, { timeout: 500 })
  }).toPass({ timeout: 10_000 })
}

const EMPTY_FIELDS = [
  'textarea:not([readonly]):not(:disabled)',
  'input:not([type]):not([readonly]):not(:disabled):not([aria-haspopup])',
  'input[type=text]:not([readonly]):not(:disabled):not([aria-haspopup])',
  'input[type=email]:not([readonly]):not(:disabled)',
].join()

/** Writes into every field for words that is empty; answers how many there were. */
export async function fill(part: Locator): Promise<number> {
  let filled = 0
  for (const field of await part.locator(EMPTY_FIELDS).all()) {
    const isEmpty = (await field.isVisible()) && (await field.inputValue()) === ''
    if (!isEmpty) continue
    const isOfNumbers = (await field.getAttribute('inputmode')) !== null
    await field.fill(isOfNumbers ? '12' : 'Some words of ours')
    filled += 1
  }
  return filled
}

export type Looking = {
  /** The same screens are looked at in other colours elsewhere. */
  readonly isColourOnly?: boolean
}

/** What axe finds on a screen in either theme, in words; and that a page says what it is about once. */
export async function look(
  page: Page,
  { name, part }: Pick<Screen, 'name' | 'part'>,
  { isColourOnly = false }: Looking = {},
): Promise<string[]> {
  const found: string[] = []
  // A theme costs as much as a look: the next screen begins in the one that this screen ended in.
  const isDark = (await page.locator('html').getAttribute('data-mantine-color-scheme')) === 'dark'
  const schemes = isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const)
  for (const scheme of schemes) {
    await inTheme(page, scheme)
    const barriers = await barriersOn(page, { isColourOnly: isColourOnly || scheme !== schemes[0], part })
    found.push(...barriers.map(barrier => `${name}, ${scheme}: ${barrier}`))
  }
  return [...found, ...(await titles(page, name))]
}

/** Whether a page says once what it is about; in words when it does not. */
async function titles(page: Page, name: string): Promise<readonly string[]> {
  const heads = await page.getByRole('heading', { level: 1, includeHidden: true }).count()
  return heads === 1 ? [] : [`${name}: ${heads} headings of level 1`]
}

/** Goes through screens one after another and answers what axe found on them. */
export async function walk(
  seat: Seat,
  screens: readonly Screen[],
  looking: Looking = {},
): Promise<readonly string[]> {
  const found: string[] = []
  for (const screen of screens)
    await test.step(screen.name, async () => {
      await screen.enter(seat)
      found.push(...(await look(seat.window, screen, looking)))
      if (screen.isForm && (await fill(seat.window.locator(screen.part ?? 'body').last())) > 0) {
        const barriers = await barriersOn(seat.window, { ...looking, part: screen.part })
        found.push(...barriers.map(barrier => `${screen.name}, filled: ${barrier}`))
      }
      await (screen.leave ?? closeAll)(seat)
    })
  return found
}

/** Sits down in the demo workspace as its supervisor, with everything here and nothing moving. */
export async function sitInDemo(house: House, sit: (options?: SitDown) => Promise<Seat>): Promise<Seat> {
  const login = await house.demo()
  const seat = await sit({ who: null })
  await seat.window.emulateMedia({ reducedMotion: 'reduce' })
  await seat.desk.signIn({ url: seat.cable.url, ...login })
  await seat.desk.settled()
  return seat
}

/** A dialog that a command opens over the ticket at hand; with `isForm` it is looked at empty and filled. */
export const byCommand = (id: CommandId, title: string | RegExp, rest: Partial<Screen> = {}): Screen => ({
  name: id,
  part: IN_DIALOG,
  enter: async seat => {
    await run(seat, id)
    await expect(seat.window.getByRole('dialog', { name: title })).toBeVisible()
  },
  ...rest,
})

/** The same with more done in it before it is looked at. */
export const inDialog = (
  base: Screen,
  { name, ...rest }: Partial<Screen> & { readonly name: string },
  then: (dialog: Locator, seat: Seat) => Promise<unknown>,
): Screen => ({
  ...base,
  ...rest,
  name: `${base.name}, ${name}`,
  enter: async seat => {
    await base.enter(seat)
    await then(seat.window.getByRole('dialog').last(), seat)
  },
})

/** What a press on something opens in front of the rest. */
export const pressed = (
  name: string,
  target: (seat: Seat) => Locator,
  { part = IN_DIALOG, ...rest }: Partial<Screen> = {},
): Screen => ({
  name,
  part,
  enter: async seat => {
    await target(seat).click()
    await expect(seat.window.locator(part).first()).toBeVisible()
  },
  ...rest,
})
