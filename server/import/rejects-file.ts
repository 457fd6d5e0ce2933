import { open, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ImportFailure } from './problems.ts'
import type { RowProblem } from './problems.ts'

export type RejectsFile = {
  readonly path: string
  readonly add: (problem: RowProblem) => Promise<void>
  /** Puts the file in its place; without problems there is none, and one of an earlier run goes. */
  readonly close: () => Promise<void>
  /** Nothing was imported: a file of an earlier run stays as it is. */
  readonly discard: () => Promise<void>
}

const lineOf = ({ line, column, code, reason, advice, raw }: RowProblem): string =>
  `${JSON.stringify({ line, column, code, reason, advice, raw })}\n`

/** Opens the rejects file: JSON lines, written beside its place and renamed at the end. Throws ImportFailure. */
export async function openRejects(path: string, importedPath: string): Promise<RejectsFile> {
  if (resolve(path) === resolve(importedPath)) {
    throw new ImportFailure('--rejects names the file that is imported. Choose another name.')
  }
  const unfinished = `${path}.unfinished`
  const file = await open(unfinished, 'w').catch((cause: unknown) => {
    throw new ImportFailure(
      `The rejects file ${path} cannot be written. Choose another place with --rejects FILE.`,
      { cause },
    )
  })
  let count = 0
  return {
    path,
    add: async problem => {
      count += 1
      await file.write(lineOf(problem))
    },
    close: async () => {
      await file.close()
      if (count > 0) await rename(unfinished, path)
      else await Promise.all([rm(unfinished, { force: true }), rm(path, { force: true })])
    },
    discard: async () => {
      await file.close()
      await rm(unfinished, { force: true })
    },
  }
}
