import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from './source-facts.ts'

export const ROOT = join(import.meta.dirname, '../../..')

const SOURCE = /\.(ts|tsx|mjs)$/

/** All source files below the named folders of the checkout. */
export function readSources(folders: readonly string[]): readonly Source[] {
  return folders.flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter(path => SOURCE.test(path) && !path.endsWith('.d.ts'))
      .toSorted()
      .map(path => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })),
  )
}
