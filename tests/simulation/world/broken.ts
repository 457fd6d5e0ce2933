/** An invariant does not hold. The name says which promise was broken; the facts are for whoever looks for the cause. */
export class Broken extends Error {
  readonly invariant: string
  readonly facts: unknown

  constructor(invariant: string, facts: unknown) {
    super(`${invariant}: ${JSON.stringify(facts, null, 1)}`)
    this.name = 'Broken'
    this.invariant = invariant
    this.facts = facts
  }
}
