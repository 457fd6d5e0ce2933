/** Undo steps of one transaction, newest last. */
export class UndoLog {
  private readonly steps: (() => void)[] = []

  mark(): number {
    return this.steps.length
  }

  rollBackTo(mark: number): void {
    while (this.steps.length > mark) this.steps.pop()?.()
  }

  /** Something else to do when the transaction is undone. */
  note(step: () => void): void {
    this.steps.push(step)
  }

  set<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
    const had = map.has(key)
    const before = map.get(key)
    map.set(key, value)
    this.steps.push(() => (had ? map.set(key, before as Value) : map.delete(key)))
  }

  remove<Key, Value>(map: Map<Key, Value>, key: Key): void {
    if (!map.has(key)) return
    const before = map.get(key) as Value
    map.delete(key)
    this.steps.push(() => map.set(key, before))
  }

  assign<State extends object, Key extends keyof State>(state: State, key: Key, value: State[Key]): void {
    const before = state[key]
    state[key] = value
    this.steps.push(() => {
      state[key] = before
    })
  }
}
