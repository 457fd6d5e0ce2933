import { derivedIdOf } from '../mutations/decide.ts'

/** Stands before names that are of no row. */
const NOWHERE = '00000000-0000-7000-8000-'

/**
 * Id of what several laptops may make at the same time and there shall be one of, from the ids of what it is about.
 * The first id gives its time.
 */
export const idOfBoth = (first: string, second: string): string => derivedIdOf(`${first} ${second}`)(0)

/** Id of the issue with this key in engineering's tracker: the same in every workspace. Case does not count. */
export const engineeringIssueId = (key: string): string => derivedIdOf(`${NOWHERE}${key.toUpperCase()}`)(0)
