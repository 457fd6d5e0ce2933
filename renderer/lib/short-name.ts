import { initials } from '../../shared/rules/initials.ts'

/** "Jonas B." for a colleague in a narrow place. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  const last = words.at(-1)
  return words.length < 2 || last === undefined ? name : `${words[0]} ${initials(last)}.`
}
