import type { KindChoice } from './draft-from-record.ts'
import type { FileFacts } from './inspect-file.ts'
import type { Format, ImportMap } from './map-schema.ts'
import { digestOf } from './row-texts.ts'

/** Everything that decides what a file becomes. */
export type ImportPlan = {
  readonly file: FileFacts
  readonly map: ImportMap
  readonly format: Format
  readonly kind: KindChoice
}

/** The same file read in the same way; another mapping or kind is another run. */
export const choicesDigest = ({ map, format, kind }: ImportPlan): string =>
  digestOf(JSON.stringify(map), format, kind)
