import { useEffect } from 'react'
import { commandFor } from '../../commands/command-table.ts'
import { hasModifier, isMac, isTyping, shortcutsOf } from '../../lib/shortcut.ts'

/** A dialog or menu is open: its own keys go first. */
const hasOverlay = (): boolean =>
  document.querySelector('[role="dialog"], [role="menu"], [role="listbox"][data-composed]') !== null

/** A field with something in it: the system's own undo goes first. An empty one has nothing to undo. */
const holdsText = (target: EventTarget | null): boolean =>
  isTyping(target) &&
  (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || target.value !== '')

/** Runs commands by key. Keys without a modifier never act while somebody types. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      // Control and Alt together write a letter on many layouts.
      if (event.getModifierState('AltGraph')) return
      const shortcuts = shortcutsOf(event, isMac())
      const isBusy = isTyping(event.target) || hasOverlay()
      const command = commandFor(isBusy ? shortcuts.filter(hasModifier) : shortcuts)
      // Holding a key walks through the list and repeats nothing else.
      if (!command || (event.repeat && command.group !== 'list') || !command.when()) return
      if (command.leavesWriting && holdsText(event.target)) return
      event.preventDefault()
      command.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
