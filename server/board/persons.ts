import { rootOf } from '../../shared/rules/merged-people/families.ts'
import type { MergeFact } from './facts.ts'

/** Which records are one person: only those that were ever merged are remembered. */
export class Persons {
  readonly #into = new Map<string, string | null>()

  put({ id, mergedIntoId }: MergeFact): void {
    if (mergedIntoId === null && !this.#into.has(id)) return
    this.#into.set(id, mergedIntoId)
    if (mergedIntoId !== null && !this.#into.has(mergedIntoId)) this.#into.set(mergedIntoId, null)
  }

  remove(id: string): void {
    if (this.#into.has(id)) this.#into.set(id, null)
  }

  /** The record that stands for the person; the record itself when it was never merged. */
  personOf(customerId: string): string {
    return this.#into.has(customerId) ? rootOf(customerId, this.#into) : customerId
  }
}
