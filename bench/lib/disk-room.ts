import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Size } from '../goals.ts'

const GIB = 2 ** 30
/** GiB that a hub, a filled laptop, its copies and their logs take at most while a bench of the size runs. */
export const ROOM_GIB: Readonly<Record<Size, number>> = { XS: 1.5, S: 8, M: 30, L: 80 }

/** Throws in a plain sentence where the disk has less room than a bench of the size may take. */
export async function assertRoom(
  folder: string,
  size: Size,
  progress: (text: string) => void,
): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const free = (bavail * bsize) / GIB
  const isKept = existsSync(join(folder, 'hub-loaded.json'))
  // What a kept hub takes is on the disk already.
  const needed = isKept ? ROOM_GIB[size] / 2 : ROOM_GIB[size]
  const words = `size ${size} takes up to ${needed} GiB of ${folder}, where ${free.toFixed(1)} GiB are free`
  if (free < needed) throw new Error(`No room: ${words}`)
  progress(words)
}
