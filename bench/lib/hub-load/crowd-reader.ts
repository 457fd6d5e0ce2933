import { request } from 'undici'
import type { Dispatcher } from 'undici'
import { PullAnswer } from '../../../shared/protocol/pull.ts'
import type { LiveFrame } from '../../../shared/protocol/pull.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { PULL_LIMIT } from '../../../shared/protocol/version.ts'

type Way = { readonly url: string; readonly token: string; readonly dispatcher: Dispatcher }
const AGAIN_MS = 100

/** Follows the feed as a laptop does, hints first and pulls where they do not fit, and remembers which notes it saw. */
export class CrowdReader {
  readonly seen = new Set<string>()
  readonly #way: Way
  #cursor = ''
  #upTo = 0
  #pulling: Promise<void> | null = null
  #isWanted = false

  constructor(way: Way) {
    this.#way = way
  }

  get upTo(): number {
    return this.#upTo
  }

  async #get(path: string): Promise<string> {
    const { url, token, dispatcher } = this.#way
    const headers = { authorization: `Bearer ${token}` }
    const { statusCode, body } = await request(`${url}${path}`, { headers, dispatcher })
    const text = await body.text()
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}: ${text}`)
    return text
  }

  /** From where the feed stands now. */
  async begin(): Promise<void> {
    const text = await this.#get(`${routes.snapshot}?own=1`)
    const head = JSON.parse(text.slice(0, text.indexOf('\n') >>> 0)) as { cursor: string; asOf: number }
    this.#cursor = head.cursor
    this.#upTo = head.asOf
  }

  #take(entries: readonly { readonly kind: string; readonly table?: string; readonly id?: string }[]): void {
    for (const entry of entries)
      if (entry.kind === 'row' && entry.table === 'notes' && entry.id !== undefined) this.seen.add(entry.id)
  }

  hint(frame: LiveFrame): void {
    if (frame.kind !== 'hint' || frame.seq <= this.#upTo) return
    if (this.#pulling === null && frame.entries && frame.fromSeq === this.#upTo) {
      this.#take(frame.entries)
      this.#upTo = frame.seq
    } else this.pull()
  }

  pull(): void {
    this.#isWanted = true
    this.#pulling ??= this.#pullAll().finally(() => {
      this.#pulling = null
    })
  }

  async #pullAll(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false
      try {
        this.#isWanted = (await this.#page()) || this.#isWanted
      } catch {
        // A copy that dies takes its requests along: another one answers.
        await new Promise(resolve => setTimeout(resolve, AGAIN_MS))
        this.#isWanted = true
      }
    }
  }

  async #page(): Promise<boolean> {
    const query = new URLSearchParams({ cursor: this.#cursor, limit: String(PULL_LIMIT) })
    const answer = PullAnswer.parse(JSON.parse(await this.#get(`${routes.pull}?${query.toString()}`)))
    if (answer.kind !== 'page') throw new Error(`A snapshot is wanted: ${answer.reason}`)
    this.#take(answer.entries)
    this.#cursor = answer.cursor
    this.#upTo = Math.max(this.#upTo, answer.upTo ?? 0)
    return answer.more
  }
}
