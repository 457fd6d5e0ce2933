import { useEffect, useRef } from 'react'
import { isMac, isModifierAlone, shortcutOf } from '../../lib/shortcut.ts'
import type { Shortcut } from '../../lib/shortcut.ts'

type Answers = {
  /** Null: the agent wants no key, and pressed Backspace or Delete. */
  readonly onKey: (key: Shortcut | null) => void
  readonly onCancel: () => void
}

/** Takes the next press for itself, before any dialog or command hears it. Escape takes none. */
export function useKeyPress(isListening: boolean, answers: Answers): void {
  const latest = useRef(answers)
  useEffect(() => {
    latest.current = answers
  })
  useEffect(() => {
    if (!isListening) return undefined
    const onKeyDown = (event: KeyboardEvent): void => {
      event.preventDefault()
      event.stopImmediatePropagation()
      if (isModifierAlone(event) || event.isComposing || event.repeat) return
      const key = shortcutOf(event, isMac())
      if (key === 'escape') latest.current.onCancel()
      else latest.current.onKey(key === 'backspace' || key === 'delete' ? null : key)
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [isListening])
}
