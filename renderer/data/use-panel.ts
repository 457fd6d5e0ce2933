import { useEffect, useState } from 'react'
import { keepPanel } from './change-settings.ts'
import { useSettings } from '../stores/settings-store.ts'

type Panel = {
  readonly size: number
  readonly onResize: (size: number) => void
  readonly onKeep: (size: number | null) => void
}

/** Size of a panel: what the agent dragged it to, else what the design says for this window. */
export function usePanel(name: string, byDesign: number): Panel {
  const kept = useSettings().panels[name] ?? null
  const [dragged, setDragged] = useState<number | null>(null)
  // Once kept, the settings speak.
  useEffect(() => setDragged(null), [kept])
  const onKeep = (size: number | null): void => {
    keepPanel(name, size)
    if (size === null) setDragged(null)
  }
  return { size: dragged ?? kept ?? byDesign, onResize: setDragged, onKeep }
}
