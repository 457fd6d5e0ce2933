const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
/** Codes that name no country: unions, the unknown, letters for tests. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])

let codes: readonly string[] | null = null
/** ISO 3166 codes of countries this engine has names for; a code that became another one is left out. */
export function countryCodes(): readonly string[] {
  if (codes) return codes
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const isCountry = (code: string): boolean =>
    !NO_COUNTRY.has(code) && names.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code
  codes = LETTERS.flatMap(first => LETTERS.map(second => first + second)).filter(isCountry)
  return codes
}
