const PARTS = /\d+|[a-z]+/gi

/** Numbers as numbers, words before any number: 2.0-beta is older than 2.0. */
function comparePart(left: string | undefined, right: string | undefined): number {
  const rank = (part: string | undefined): number =>
    part === undefined ? 0 : /^\d+$/.test(part) ? Math.min(Number(part), Number.MAX_SAFE_INTEGER) : -1
  if (rank(left) !== rank(right)) return rank(left) < rank(right) ? -1 : 1
  if (rank(left) >= 0 || left === undefined || right === undefined) return 0
  return left === right ? 0 : left < right ? -1 : 1
}

/** Order of two version names: -1, 0 or 1. "2.10" is newer than "2.9"; "2" equals "2.0"; "2.0-rc1" is older than "2.0". */
export function compareVersions(left: string, right: string): number {
  const lefts =
    left
      .toLowerCase()
      .replace(/^v(?=\d)/, '')
      .match(PARTS) ?? []
  const rights =
    right
      .toLowerCase()
      .replace(/^v(?=\d)/, '')
      .match(PARTS) ?? []
  for (let index = 0; index < Math.max(lefts.length, rights.length); index += 1) {
    const order = comparePart(lefts[index], rights[index])
    if (order !== 0) return order
  }
  return 0
}

/** Whether a thing runs something older than the newest there is; a thing may also be ahead of the catalogue. */
export const isBehind = (version: string | null, newest: string | null): boolean =>
  version !== null && newest !== null && compareVersions(version, newest) < 0

const COMPARISON = /^(<=|>=|<|>)\s*(\S+)$/
const RANGE = /^(\S+)\s+(?:-|–|to)\s+(\S+)$/
const WILDCARD = /^(.*?)\.?[x*]$/i

/**
 * Whether a version is meant by a pattern as people write them: "2.3.1", "2.x", "< 2.4", ">= 2", "2.0 - 2.3".
 * What is none of these matches only itself.
 */
export function versionMatches(version: string, pattern: string): boolean {
  const wanted = pattern.trim()
  const comparison = COMPARISON.exec(wanted)
  if (comparison) {
    const order = compareVersions(version, comparison[2] ?? '')
    return comparison[1] === '<'
      ? order < 0
      : comparison[1] === '<='
        ? order <= 0
        : comparison[1] === '>'
          ? order > 0
          : order >= 0
  }
  const range = RANGE.exec(wanted)
  if (range)
    return compareVersions(version, range[1] ?? '') >= 0 && compareVersions(version, range[2] ?? '') <= 0
  const wildcard = WILDCARD.exec(wanted)
  if (wildcard) {
    const prefix = wildcard[1] ?? ''
    return prefix === '' || version === prefix || version.toLowerCase().startsWith(`${prefix.toLowerCase()}.`)
  }
  return wanted !== '' && compareVersions(version, wanted) === 0
}
