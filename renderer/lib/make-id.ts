import { newId } from '../../shared/domain/ids.ts'
import { now } from './clock.ts'

const DRAWS = 2 ** 32

/** A random number in [0, 1) that nobody can guess from earlier ones. */
function random(): number {
  const [draw = 0] = crypto.getRandomValues(new Uint32Array(1))
  return draw / DRAWS
}

/** Id for a row this window makes. */
export const makeId = (): string => newId(now(), random)
