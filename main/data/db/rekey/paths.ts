import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The file under its new key while it is being made; worth nothing until it takes the old one's name. */
export const rekeyingPath = (path: string): string => `${path}.rekeying`

const SIDE_FILES = ['', '-journal', '-wal', '-shm'] as const

/** What a replacement that was cut off has left: the file with the old key is whole. */
export function removeUnfinishedRekey(path: string): void {
  for (const end of SIDE_FILES) rmSync(rekeyingPath(path) + end, { force: true })
}

const filesBeside = (path: string, end: string): readonly string[] =>
  (existsSync(dirname(path)) ? readdirSync(dirname(path)) : [])
    .filter(name => name.startsWith(`${basename(path)}.${end}-`))
    .map(name => join(dirname(path), name))

/** Copies that were put aside before a migration: whoever has the old key could read them. */
export function removeMigrationCopies(path: string): void {
  for (const file of filesBeside(path, 'before')) rmSync(file, { force: true })
}

/** Damaged files that were put aside for experts, who need the key of that time. */
export const countDamagedAside = (path: string): number =>
  filesBeside(path, 'damaged').filter(file => /-\d+$/.test(file)).length
