/** Comparing more pairs than this would be felt while typing; such texts have little in common anyway. */
const PAIR_LIMIT = 4_000_000

/**
 * For each token of `base` its place in `other`, or -1: a longest common subsequence (dynamic programming after
 * equal ends are cut off). Beyond PAIR_LIMIT pairs only the equal ends match.
 */
export function matchTokens(base: readonly string[], other: readonly string[]): Int32Array {
  const places = new Int32Array(base.length).fill(-1)
  const shorter = Math.min(base.length, other.length)
  let head = 0
  while (head < shorter && base[head] === other[head]) {
    places[head] = head
    head += 1
  }
  let tail = 0
  while (tail < shorter - head && base[base.length - 1 - tail] === other[other.length - 1 - tail]) {
    places[base.length - 1 - tail] = other.length - 1 - tail
    tail += 1
  }
  const rows = base.length - head - tail
  const columns = other.length - head - tail
  if (rows > 0 && columns > 0 && rows * columns <= PAIR_LIMIT) {
    matchMiddle({ base, other, head, rows, columns }, places)
  }
  return places
}

type Middle = {
  readonly base: readonly string[]
  readonly other: readonly string[]
  readonly head: number
  readonly rows: number
  readonly columns: number
}

function matchMiddle({ base, other, head, rows, columns }: Middle, places: Int32Array): void {
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        base[head + row] === other[head + column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  let row = 0
  let column = 0
  while (row < rows && column < columns) {
    if (base[head + row] === other[head + column]) {
      places[head + row] = head + column
      row += 1
      column += 1
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
}
