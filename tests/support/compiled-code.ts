import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const FOLDER = join(ROOT, 'out', 'compile-cache')

/** Where Node keeps what it has compiled, so that a program that is started a hundred times is compiled once. */
export const COMPILED = { NODE_COMPILE_CACHE: FOLDER } as const

let isWarm = false

/** The same for a hub. Only a process that ends by itself leaves what it compiled behind, and hubs of tests are killed. */
export function compiledHub(index: string): typeof COMPILED {
  if (!isWarm && !existsSync(FOLDER))
    spawnSync(process.execPath, [index, 'serve', '--help'], { env: { ...process.env, ...COMPILED } })
  isWarm = true
  return COMPILED
}
