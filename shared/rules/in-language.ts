const base = (language: string): string => language.toLowerCase().split('-')[0] ?? ''

/**
 * The first of the languages wanted that there is a variant in: exactly, else another of the same language (pt for
 * pt-BR). Tags are BCP 47. Null when there is none in any of them.
 */
export function inLanguage<T extends { readonly language: string | null }>(
  variants: readonly T[],
  wanted: readonly (string | null)[],
): T | null {
  for (const tag of wanted) {
    if (tag === null) continue
    const exact = variants.find(({ language }) => language?.toLowerCase() === tag.toLowerCase())
    const near = variants.find(({ language }) => language !== null && base(language) === base(tag))
    if (exact ?? near) return exact ?? near ?? null
  }
  return null
}
