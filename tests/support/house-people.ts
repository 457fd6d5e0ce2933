/** Who works in the house of window tests. */
export const PEOPLE = { mira: 'Mira Kern', jonas: 'Jonas Berg', nadia: 'Nadia Ott' } as const
export type Person = keyof typeof PEOPLE

export const PASSWORD = 'a quiet desk by the window'
