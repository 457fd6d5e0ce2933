import { readFileSync } from 'node:fs'

type Entry = {
  readonly files?: Readonly<Record<string, Entry>>
  readonly size?: number
  readonly offset?: string
}
export type Asar = {
  /** Paths with slashes, folders left out. */
  readonly files: readonly string[]
  readonly text: (path: string) => string
}

/** Two numbers of four bytes frame the header, and two more its text. */
const HEADER_TEXT = 16

/** Reads an Electron archive: a JSON table of contents, and after it one file after the other. */
export function readAsar(path: string): Asar {
  const bytes = readFileSync(path)
  const length = bytes.readUInt32LE(12)
  const root = JSON.parse(bytes.toString('utf8', HEADER_TEXT, HEADER_TEXT + length)) as Entry
  const start = 8 + bytes.readUInt32LE(4)
  const entries = new Map(entriesBelow(root, ''))
  return {
    files: [...entries.keys()],
    text: name => {
      const { offset, size } = entries.get(name) ?? {}
      if (offset === undefined || size === undefined) throw new Error(`${name} is not inside the archive`)
      return bytes.toString('utf8', start + Number(offset), start + Number(offset) + size)
    },
  }
}

const entriesBelow = (entry: Entry, path: string): readonly (readonly [string, Entry])[] =>
  entry.files === undefined
    ? [[path, entry]]
    : Object.entries(entry.files).flatMap(([name, inner]) =>
        entriesBelow(inner, path === '' ? name : `${path}/${name}`),
      )
