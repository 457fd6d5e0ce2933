/**
 * Written for this project, to teach the words of both kinds of work in a language. Each line is one template: data is
 * split by line, so what a line teaches is never tested on itself. Slots: {p} a product, {n} an order number,
 * {m} an amount, {v} a version.
 */
export type Phrases = {
  readonly language: string
  readonly support: readonly string[]
  readonly service: readonly string[]
  /** Says nothing about the kind: context, feelings, politeness. */
  readonly neutral: readonly string[]
  readonly greetings: readonly string[]
  readonly closings: readonly string[]
  readonly products: readonly string[]
}

/** One phrase a line. */
export const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
