export type Refusal = {
  readonly ok: false
  readonly error: {
    readonly code: string
    readonly message: string
    readonly details: Readonly<Record<string, string | number | boolean | null>>
  }
}

/** How a question to main or the data process ends: an answer, or an error with a code. */
export type Reply<Value> = { readonly ok: true; readonly value: Value } | Refusal

/**
 * A reply whose value is JSON text: packed once by who answers and unpacked once by the page, so that the threads,
 * processes and the bridge between them copy a string instead of walking through objects.
 */
export type PackedReply = { readonly ok: true; readonly json: string } | Refusal
