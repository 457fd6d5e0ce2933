import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** What opens over a page, or is filled in where it stands. */
const SURFACE =
  /<(?:Dialog|Modal|Drawer|Popover|Menu|LaterMenu|FieldMenu|Spotlight\.Root|FormInPlace|form)(?=[\s>])/u

/** Looked at with what they are part of, or nothing of their own to look at. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'components/dialog': 'what every dialog is made of',
  'components/form-in-place': 'what forms in the panes are made of',
  'components/later-menu': 'what menus in the head of a ticket are made of',
  'components/line-menu': 'one menu for every line: looked at with a line of orders',
  'sign-in/proxy-dialog': 'holds the form that stands on the page for signing in, looked at there',
}

/** A component as the rows of the walk name it: without `renderer`, `features` and the ending. */
const nameOf = (path: string): string =>
  path.replace(/^renderer\/(?:features\/)?/u, '').replace(/\.tsx$/u, '')

const surfaces = globSync('renderer/**/*.tsx', { cwd: ROOT })
  .filter(path => SURFACE.test(textOf(path)))
  .map(nameOf)
const walks = globSync('tests/e2e/**/*.ts', { cwd: ROOT }).map(textOf).join('\n')
const isLookedAt = (name: string): boolean => walks.includes(`'${name}'`)

describe('every dialog, menu and form', () => {
  test('the scan sees them', () => {
    expect(surfaces.length).toBeGreaterThan(80)
  })

  test('has a row in a walk of axe (tests/e2e/access), or a reason not to', () => {
    expect(surfaces.filter(name => !isLookedAt(name) && !(name in LEFT_OUT))).toEqual([])
  })

  test('no reason is left for one that is gone or looked at', () => {
    expect(Object.keys(LEFT_OUT).filter(name => !surfaces.includes(name) || isLookedAt(name))).toEqual([])
  })
})
