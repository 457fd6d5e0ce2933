import { LevelsFile } from './levels-file.ts'

export type FileProblem = { readonly where: string; readonly what: string }
export type ReadLevels =
  | { readonly ok: true; readonly file: LevelsFile }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

const TOP = 'the file'
const place = (path: readonly PropertyKey[]): string => (path.length === 0 ? TOP : path.map(String).join('.'))

/** Checks the text of a service-level file. Every problem is named with its place, not only the first. */
export function readLevelsFile(text: string): ReadLevels {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    return {
      ok: false,
      problems: [{ where: TOP, what: error instanceof Error ? error.message : 'not JSON' }],
    }
  }
  const parsed = LevelsFile.safeParse(raw)
  if (parsed.success) return { ok: true, file: parsed.data }
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) => ({ where: place(path), what: message })),
  }
}
