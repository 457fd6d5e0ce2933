import { beforeAll, describe, expect, test, vi } from 'vitest'
import { commandIds } from '../../../shared/contract/commands.ts'
import type { Command } from '../../../renderer/commands/define.ts'
import { normalise, shortcutOf, shownKeys } from '../../../renderer/lib/shortcut.ts'
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

const textOf = (id: string): unknown =>
  id
    .split('.')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], en.commands)

describe('command table', () => {
  test('has exactly one entry for every command of the contract', () => {
    expect(commands.map(command => command.id).toSorted()).toEqual([...commandIds].toSorted())
  })

  test('no key means two things', () => {
    const keys = commands.flatMap(({ shortcut }) => (shortcut === null ? [] : [normalise(shortcut)]))
    expect(keys).toHaveLength(new Set(keys).size)
  })

  test('every command has a title', () => {
    expect(commands.filter(({ id }) => typeof textOf(id) !== 'string').map(({ id }) => id)).toEqual([])
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

  test('keys are shown as people know them', () => {
    expect(shownKeys('Mod+Shift+A', false)).toEqual(['Ctrl', 'Shift', 'A'])
    expect(shownKeys('Mod+K', true)).toEqual(['⌘', 'K'])
  })
})
