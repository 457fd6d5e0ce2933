export type FocusTarget = 'search' | 'list' | 'composer' | 'conversation' | 'customer' | 'add-duty'

const targets = new Map<FocusTarget, () => void>()

/** A component says how it takes the focus; the returned function forgets it. */
export function registerFocus(target: FocusTarget, take: () => void): () => void {
  targets.set(target, take)
  return () => {
    if (targets.get(target) === take) targets.delete(target)
  }
}

/** Moves the focus; false when the target is not on the screen. */
export function focusOn(target: FocusTarget): boolean {
  const take = targets.get(target)
  take?.()
  return take !== undefined
}
