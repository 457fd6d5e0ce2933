import type { CommandId } from '../../shared/contract/commands.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import { normalise } from '../lib/shortcut.ts'
import type { Shortcut } from '../lib/shortcut.ts'
import type { Command } from './define.ts'

type OwnKeys = Settings['keys']

/** The agent's own key for a command, else the product's. */
export function keyOf({ id, shortcut }: Command, own: OwnKeys): Shortcut | null {
  const chosen = own[id]
  return chosen === undefined ? shortcut : chosen
}

export type Keymap = {
  readonly commandFor: (shortcuts: readonly Shortcut[]) => Command | null
  readonly shortcutFor: (id: CommandId) => Shortcut | undefined
}

function build(commands: readonly Command[], own: OwnKeys): Keymap {
  const keys = commands.flatMap(command => {
    const key = keyOf(command, own)
    return key === null ? [] : [[command, key] as const]
  })
  const byId = new Map<string, Shortcut>(keys.map(([{ id }, key]) => [id, key]))
  // An agent's own key goes before the second key of another command.
  const aliases = commands.flatMap(command => (command.alias ? [[command, command.alias] as const] : []))
  const byKey = new Map([...aliases, ...keys].map(([command, key]) => [normalise(key), command]))
  return {
    commandFor: shortcuts => shortcuts.flatMap(each => byKey.get(each) ?? [])[0] ?? null,
    shortcutFor: id => byId.get(id),
  }
}

/** Keys as they are now; made anew only when the agent changed some. */
export function keymapOf(commands: readonly Command[], own: () => OwnKeys): () => Keymap {
  let last: { readonly own: OwnKeys; readonly keymap: Keymap } | null = null
  return () => {
    const current = own()
    if (last?.own !== current) last = { own: current, keymap: build(commands, current) }
    return last.keymap
  }
}

/** Keys of text fields and of the systems themselves: a command on them would take them away everywhere. */
const RESERVED: ReadonlySet<Shortcut> = new Set([
  'mod+c',
  'mod+x',
  'mod+v',
  'mod+a',
  'mod+q',
  'mod+tab',
  'mod+shift+tab',
  'alt+tab',
  'alt+f4',
  'escape',
  'enter',
  'tab',
  'shift+tab',
  'space',
  'backspace',
  'delete',
  'arrowup',
  'arrowdown',
  'arrowleft',
  'arrowright',
])

export type KeyProblem = { readonly kind: 'reserved' } | { readonly kind: 'taken'; readonly by: Command }

type Wish = { readonly command: Command; readonly key: Shortcut }

/** Why a command cannot simply have a key; null when it can. */
export function problemOf(
  commands: readonly Command[],
  own: OwnKeys,
  { command, key }: Wish,
): KeyProblem | null {
  const wanted = normalise(key)
  // A product's own key of the command may be one of them: undo is Control Z everywhere.
  const isOwn = command.shortcut !== null && normalise(command.shortcut) === wanted
  if (RESERVED.has(wanted) && !isOwn) return { kind: 'reserved' }
  const by = commands.find(other => {
    const held = keyOf(other, own)
    return other.id !== command.id && held !== null && normalise(held) === wanted
  })
  return by ? { kind: 'taken', by } : null
}

/** The agent's keys with one more given; whoever had it has none. What equals the product's own is not kept. */
export function withKey(
  commands: readonly Command[],
  own: OwnKeys,
  { command, key }: { readonly command: Command; readonly key: Shortcut | null },
): OwnKeys {
  const wanted = key === null ? null : normalise(key)
  const losers =
    wanted === null ? [] : commands.filter(other => other.id !== command.id && has(other, own, wanted))
  const next: Record<string, Shortcut | null> = { ...own, [command.id]: wanted }
  for (const loser of losers) next[loser.id] = null
  for (const each of commands) {
    const product = each.shortcut === null ? null : normalise(each.shortcut)
    if (next[each.id] === product) delete next[each.id]
  }
  return next
}

function has(command: Command, own: OwnKeys, wanted: Shortcut): boolean {
  const held = keyOf(command, own)
  return held !== null && normalise(held) === wanted
}
