import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { menuTemplate } from '../../../main/app/menu-template.ts'
import { createSpeech } from '../../../main/app/speech.ts'
import { isCommandId } from '../../../shared/contract/commands.ts'

const texts = createSpeech(() => ['en']).texts().menu
const facts = {
  isMac: false,
  isForDevelopers: false,
  maySupervise: true,
  texts,
  keys: { 'commands.open': 'Mod+K', 'attention.open': 'Mod+Shift+A', 'search.open': '/' },
  ask: () => {},
  quit: () => {},
}

function itemsOf(template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return template.flatMap(item => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])
}

test.each([true, false])('every command of the menu is one that the window knows (macOS: %s)', isMac => {
  const ids = itemsOf(menuTemplate({ ...facts, isMac })).flatMap(item => (item.id ? [item.id] : []))
  expect(ids.length).toBeGreaterThan(5)
  expect(ids.filter(id => id !== 'quit' && !isCommandId(id))).toEqual([])
})

test('a menu item asks the window, and leaving goes through the question', () => {
  const asked: string[] = []
  const items = itemsOf(menuTemplate({ ...facts, ask: id => asked.push(id), quit: () => asked.push('quit') }))
  for (const id of ['ticket.new', 'quit']) {
    const click = items.find(item => item.id === id)?.click as (() => void) | undefined
    click?.()
  }
  expect(asked).toEqual(['ticket.new', 'quit'])
})

test('no item takes a key from the page, and no role closes the window under a tab', () => {
  for (const isMac of [true, false]) {
    const items = itemsOf(menuTemplate({ ...facts, isMac }))
    const taken = items.filter(item => item.accelerator && item.registerAccelerator !== false)
    expect(taken.map(item => item.accelerator)).toEqual(['CommandOrControl+Q'])
    expect(
      items.filter(item => item.role === 'close' || item.role === 'windowMenu' || item.role === 'quit'),
    ).toEqual([])
  }
})

test('items show the keys commands have now; on macOS, where showing is taking, none', () => {
  const shown = (isMac: boolean, keys: Record<string, string>) =>
    itemsOf(menuTemplate({ ...facts, isMac, keys })).flatMap(({ id, accelerator }) =>
      accelerator !== undefined && id !== 'quit' ? [[id, accelerator]] : [],
    )
  expect(shown(false, facts.keys)).toEqual([
    ['search.open', '/'],
    ['commands.open', 'CommandOrControl+K'],
    ['attention.open', 'CommandOrControl+Shift+A'],
  ])
  expect(shown(false, { 'search.open': 'Alt+ArrowUp', 'commands.open': 'ж' })).toEqual([
    ['search.open', 'Alt+Up'],
  ])
  expect(shown(true, facts.keys)).toEqual([])
})

test('developer tools and reloading are for developers', () => {
  const roles = (isForDevelopers: boolean) =>
    itemsOf(menuTemplate({ ...facts, isForDevelopers })).map(item => item.role)
  expect(roles(false)).not.toContain('toggleDevTools')
  expect(roles(false)).not.toContain('reload')
  expect(roles(true)).toContain('toggleDevTools')
})

test.each([true, false])('every entry has a label of ours in the agent’s language (macOS: %s)', isMac => {
  const german = createSpeech(() => ['de-AT', 'en']).texts().menu
  const labels = (menu: typeof german) =>
    itemsOf(menuTemplate({ ...facts, isMac, isForDevelopers: true, texts: menu }))
      .filter(item => item.type !== 'separator' && item.label !== 'Tandem')
      .map(item => item.label)
  expect(labels(german)).not.toContain(undefined)
  const same = labels(german).filter((label, index) => label === labels(texts)[index])
  expect(same).toEqual([])
})
