import type { z } from 'zod'

/** 'query' reads and goes to the reader; 'mutation' and 'command' go to the writer or to main. */
export type MethodKind = 'query' | 'mutation' | 'command'
export type Owner = 'main' | 'data'

/** Carries the type of an answer only: answers come from our own processes and are not parsed again. */
export type Returns<Output> = { readonly answer?: (output: Output) => Output }
export const returns = <Output>(): Returns<Output> => ({})

export type Method<O extends Owner = Owner, Schema extends z.ZodType = z.ZodType, Output = unknown> = {
  readonly owner: O
  readonly kind: MethodKind
  readonly input: Schema
  readonly output: Returns<Output>
}

export function method<const O extends Owner, Schema extends z.ZodType, Output>(
  definition: Method<O, Schema, Output>,
): Method<O, Schema, Output> {
  return definition
}

/** What a handler gets: parsed, defaults filled in. */
export type InputOf<M> = M extends { readonly input: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : never
/** What a caller writes: fields with defaults may be left out. */
export type CallOf<M> = M extends { readonly input: infer Schema extends z.ZodType } ? z.input<Schema> : never
export type OutputOf<M> = M extends { readonly output: Returns<infer Output> } ? Output : never
