import { describe, expect, test } from 'vitest'
import type { Command } from '../../../renderer/commands/define.ts'
import { keymapOf, keyOf, problemOf, withKey } from '../../../renderer/commands/keymap.ts'
import type { CommandId } from '../../../shared/contract/commands.ts'

const command = (id: CommandId, shortcut: string | null): Command => ({
  id,
  group: 'go',
  shortcut,
  when: () => true,
  run: () => {},
})
const next = command('ticket.next', 'J')
const take = command('thread.take', 'T')
const person = command('customer.new', null)
const undo = command('commands.open', 'Mod+A')
const all = [next, take, person, undo]

describe('keys of the agent', () => {
  test('take the place of the product’s, and none is a choice too', () => {
    const own = { 'ticket.next': 'mod+j', 'thread.take': null }
    const keymap = keymapOf(all, () => own)()
    expect(keymap.commandFor(['mod+j'])?.id).toBe('ticket.next')
    expect(keymap.commandFor(['j'])).toBeNull()
    expect(keymap.shortcutFor('thread.take')).toBeUndefined()
    expect(keymap.shortcutFor('ticket.next')).toBe('mod+j')
    expect(keymap.commandFor(['nothing', 'mod+j'])?.id).toBe('ticket.next')
  })

  test('count at once', () => {
    let own: Record<string, string | null> = {}
    const keymap = keymapOf(all, () => own)
    expect(keymap().commandFor(['j'])?.id).toBe('ticket.next')
    own = { 'ticket.next': 'n' }
    expect([keymap().commandFor(['j']), keymap().commandFor(['n'])?.id]).toEqual([null, 'ticket.next'])
  })

  test('of another command are not taken away unasked', () => {
    expect(problemOf(all, {}, { command: take, key: 'j' })).toEqual({ kind: 'taken', by: next })
    expect(problemOf(all, { 'ticket.next': null }, { command: take, key: 'j' })).toBeNull()
    expect(problemOf(all, {}, { command: take, key: 'T' })).toBeNull()
  })

  test('that text fields and systems need are refused, but for the product’s own', () => {
    for (const key of ['mod+c', 'escape', 'enter', 'alt+f4']) {
      expect(problemOf(all, {}, { command: take, key })).toEqual({ kind: 'reserved' })
    }
    expect(problemOf(all, {}, { command: undo, key: 'mod+a' })).toBeNull()
  })

  test('given leave whoever had them without, and never mean two things', () => {
    const own = withKey(all, {}, { command: take, key: 'j' })
    expect(own).toEqual({ 'thread.take': 'j', 'ticket.next': null })
    const keys = all.map(each => keyOf(each, own)).filter(key => key !== null)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('that are the product’s again are forgotten', () => {
    const own = withKey(all, { 'ticket.next': 'n', 'thread.take': 'x' }, { command: next, key: 'J' })
    expect(own).toEqual({ 'thread.take': 'x' })
    expect(withKey(all, { 'customer.new': 'p' }, { command: person, key: null })).toEqual({})
    expect(withKey(all, {}, { command: next, key: null })).toEqual({ 'ticket.next': null })
  })
})
