import { beforeAll, describe, expect, test, vi } from 'vitest'
import { commandIds } from '../../../shared/contract/commands.ts'
import type { Command } from '../../../renderer/commands/define.ts'
import { hasModifier, normalise, shortcutOf, shortcutsOf, shownKeys } from '../../../renderer/lib/shortcut.ts'
import de from '../../../renderer/locales/de.json' with { type: 'json' }
import en from '../../../renderer/locales/en.json' with { type: 'json' }

let commands: readonly Command[] = []
beforeAll(async () => {
  // The table reaches the window's door, which a test has no use for.
  vi.stubGlobal('window', {
    desk: {
      call: async () => ({ ok: false, error: { code: 'offline', message: '' } }),
      on: () => () => undefined,
    },
  })
  ;({ commands } = await import('../../../renderer/commands/command-table.ts'))
})

const textOf = (texts: object, id: string): unknown =>
  id.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], texts)

describe('command table', () => {
  test('has exactly one entry for every command of the contract', () => {
    expect(commands.map(command => command.id).toSorted()).toEqual([...commandIds].toSorted())
  })

  test('no key means two things', () => {
    const keys = commands.flatMap(({ id, shortcut }) =>
      shortcut === null ? [] : [{ id, key: normalise(shortcut) }],
    )
    const twice = keys.filter(({ id, key }) => keys.some(other => other.key === key && other.id !== id))
    expect(twice).toEqual([])
  })

  test('every command has a title, in both languages', () => {
    const untitled = (texts: object) =>
      commands.filter(({ id }) => typeof textOf(texts, id) !== 'string').map(({ id }) => id)
    expect([untitled(en.commands), untitled(de.commands)]).toEqual([[], []])
  })

  test('every command is in the palette and on the page of keys: their groups leave none out', () => {
    const groups = new Set(['go', 'list', 'ticket', 'write', 'window'])
    expect(commands.filter(({ group }) => !groups.has(group))).toEqual([])
    expect(Object.keys(en.palette.groups).toSorted()).toEqual([...groups, 'views'].toSorted())
  })
})

const press = (key: string, change: Partial<KeyboardEvent> = {}) =>
  ({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...change,
  }) as KeyboardEvent

describe('shortcuts', () => {
  test('a letter is the letter of the layout', () => {
    expect(shortcutOf(press('r', { code: 'KeyR' }), false)).toBe('r')
    expect(shortcutOf(press('y', { code: 'KeyZ' }), false)).toBe('y')
  })

  test('on a layout without Latin letters the key printed there counts', () => {
    expect(shortcutOf(press('к', { code: 'KeyR' }), false)).toBe('r')
  })

  test('a sign is a sign, whatever has to be held for it', () => {
    expect(shortcutOf(press('/', { code: 'Digit7', shiftKey: true }), false)).toBe('/')
    expect(shortcutOf(press('?', { code: 'Minus', shiftKey: true }), false)).toBe('?')
  })

  test('Mod is Control, and Command on a Mac', () => {
    expect(shortcutOf(press('k', { ctrlKey: true, code: 'KeyK' }), false)).toBe('mod+k')
    expect(shortcutOf(press('k', { metaKey: true, code: 'KeyK' }), true)).toBe('mod+k')
  })

  test('Alt with a digit is found although some systems write a sign with it', () => {
    expect(shortcutOf(press('1', { altKey: true, code: 'Digit1' }), false)).toBe('alt+1')
  })

  test('a digit is found by its place where another sign is written there, and never instead of that sign', () => {
    expect(shortcutsOf(press('&', { code: 'Digit1' }), false)).toEqual(['&', '1'])
    expect(shortcutsOf(press('&', { code: 'Digit1', ctrlKey: true }), false)).toEqual(['mod+&', 'mod+1'])
    expect(shortcutsOf(press('/', { code: 'Digit7', shiftKey: true }), false)[0]).toBe('/')
    expect(shortcutsOf(press('1', { code: 'Digit1' }), false)).toEqual(['1'])
  })

  test('only keys with Control, Command or Alt act while somebody writes', () => {
    expect(['mod+k', 'alt+1', 'Mod+Shift+A', 'mod+alt+j'].filter(hasModifier)).toHaveLength(4)
    expect(['k', 'shift+o', '/', '?', 'end'].filter(hasModifier)).toEqual([])
  })

  test('keys are shown as people know them', () => {
    expect(shownKeys('Mod+Shift+A', false)).toEqual(['Ctrl', 'Shift', 'A'])
    expect(shownKeys('Mod+K', true)).toEqual(['⌘', 'K'])
  })
})
