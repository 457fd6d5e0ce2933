import { FEATURE_COUNT } from './features.ts'

/** One question put to a text: does it hold service work, does it hold support work. */
export type OneSided = {
  /** One weight per feature, in steps of `step`. */
  readonly weights: Int8Array
  readonly step: number
  readonly bias: number
}

/** What a text can be to the model: work of a kind, or nothing to go by. */
export const OUTCOMES = ['service', 'support', 'both', 'neither'] as const
export type Outcome = (typeof OUTCOMES)[number]
/** What it can be when it is not both. */
export const SINGLE_OUTCOMES = ['service', 'support', 'neither'] as const
/** Weights of what is looked at, the bias first: for both of `bothInputsOf`, for the others of `inputsOf`. */
export type Judge = Readonly<Record<Outcome, readonly number[]>>

export type TriageModel = {
  /** Changes with every training: what was learnt on the device belongs to one version. */
  readonly version: string
  readonly service: OneSided
  readonly support: OneSided
  /** Scores to chances; fitted on texts of sources and templates the weights had not seen. */
  readonly judge: Judge
}

export type PackedSide = Omit<OneSided, 'weights'> & { readonly weights: string }
export type PackedModel = {
  readonly version: string
  readonly service: PackedSide
  readonly support: PackedSide
  readonly judge: Judge
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 without the platform's help: this code runs in a window, in Node and in a test alike. */
export function unpackWeights(packed: string): Int8Array {
  const weights = new Int8Array(FEATURE_COUNT)
  const value = new Uint8Array(128)
  for (let index = 0; index < SIGNS.length; index += 1) value[SIGNS.charCodeAt(index)] = index
  let at = 0
  for (let index = 0; index < packed.length && at < weights.length; index += 4) {
    const read = (place: number): number => value[packed.charCodeAt(index + place) & 127] ?? 0
    const bits = (read(0) << 18) | (read(1) << 12) | (read(2) << 6) | read(3)
    for (const shift of [16, 8, 0]) {
      if (at < weights.length) weights[at] = (bits >> shift) & 255
      at += 1
    }
  }
  return weights
}

export function packWeights(weights: Int8Array): string {
  let packed = ''
  for (let at = 0; at < weights.length; at += 3) {
    const byte = (place: number): number => (weights[at + place] ?? 0) & 255
    const bits = (byte(0) << 16) | (byte(1) << 8) | byte(2)
    for (const shift of [18, 12, 6, 0]) packed += SIGNS[(bits >> shift) & 63] ?? ''
  }
  return packed
}

export function unpackModel({ version, service, support, judge }: PackedModel): TriageModel {
  return {
    version,
    judge,
    service: { ...service, weights: unpackWeights(service.weights) },
    support: { ...support, weights: unpackWeights(support.weights) },
  }
}
