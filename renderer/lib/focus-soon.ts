/**
 * Gives the focus to an input with a list of choices that has just been painted first; returns what calls it off. At once
 * would be too early: the list gets its lasting id a moment later, and what opens before that points at none.
 */
export function focusSoon(find: () => HTMLElement | null | undefined): () => void {
  const frame = requestAnimationFrame(() => find()?.focus())
  return () => cancelAnimationFrame(frame)
}
