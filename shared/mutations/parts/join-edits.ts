type Edit = { readonly seen: unknown }

/** Two intents as one: each field once, with the last value and as it was seen at first. `named`: which field it is. */
export function joinEdits<Of extends Edit>(
  earlier: readonly Of[],
  later: readonly Of[],
  named: (edit: Of) => string,
): Of[] {
  const before = new Map(earlier.map(edit => [named(edit), edit]))
  const after = new Set(later.map(named))
  return [
    ...earlier.filter(edit => !after.has(named(edit))),
    ...later.map(edit => {
      const first = before.get(named(edit))
      return first ? { ...edit, seen: first.seen } : edit
    }),
  ]
}
