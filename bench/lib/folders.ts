import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../../scripts/lib/end-tree.mjs'

const NAME = /^tandem-bench-(\d+)-/u
const removal = { recursive: true, force: true, maxRetries: 3 } as const
const made = new Set<string>()

export type BenchFolder = { readonly folder: string; readonly remove: () => Promise<void> }

/** A folder that is gone when the bench is, however it ends. Its name says whose it is. */
export async function benchFolder(name: string): Promise<BenchFolder> {
  const folder = await mkdtemp(join(tmpdir(), `tandem-bench-${process.pid}-${name}-`))
  made.add(folder)
  return {
    folder,
    remove: async () => {
      await rm(folder, removal)
      made.delete(folder)
    },
  }
}

/** A folder that stays for the next bench, or one that does not when none was asked for. */
export async function keptFolder(name: string, keep: string | null): Promise<BenchFolder> {
  if (keep === null) return benchFolder(name)
  const folder = join(keep, name)
  await mkdir(folder, { recursive: true })
  return { folder, remove: async () => {} }
}

/** At the end of the process: there is no later. */
export function removeFolders(): void {
  for (const folder of made) rmSync(folder, removal)
}

/** Folders of benches that were killed before they could tidy up. */
export async function removeLeftBehind(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(NAME.exec(name)?.[1] ?? process.pid)
    if (!isAlive(pid)) await rm(join(tmpdir(), name), removal)
  }
}
