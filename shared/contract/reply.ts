/** How a question to main or the data process ends: an answer, or an error with a code. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false
      readonly error: {
        readonly code: string
        readonly message: string
        readonly details: Readonly<Record<string, string | number | boolean | null>>
      }
    }
