import { chmod, mkdir, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const ENTER_BY_ALL = 0o001

/** Whether every folder above the path lets everybody pass. */
export async function isOpenToAll(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => null)
    if (found !== null && (found.mode & ENTER_BY_ALL) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** Opens a folder of ours for passing through, whatever umask made of it. */
export async function letPass(folder: string): Promise<void> {
  const { mode } = await stat(folder)
  if ((mode & ENTER_BY_ALL) === 0) await chmod(folder, 0o711)
}

/** Makes a folder everybody may enter, with those above it that are missing, whatever the umask. */
export async function makeOpenFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await chmod(made, 0o755)
}

/** Opens all folders below (files keep their own modes when copied, folders get the umask's). */
export async function openFolders(root: string): Promise<void> {
  await chmod(root, 0o755)
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
}
