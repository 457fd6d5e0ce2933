import type { Random } from '../clock.ts'

/** 32-bit FNV-1a of a text: how a name becomes a seed. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  }
  return hash
}

/**
 * A reproducible source of numbers in [0, 1): the same seed gives the same row of numbers on every machine
 * (splitmix32). For generated content and tests; never for keys or tokens.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296
  }
}

/** A stream of its own for one named thing, so that adding a table does not move the others. */
export const randomFor = (seed: number, name: string): Random => seededRandom(seedOf(`${seed}:${name}`))
