import { rm } from 'node:fs/promises'
import { laptopFolder, openLaptop } from './laptop.ts'
import type { BenchLaptop } from './laptop.ts'
import type { BenchContext, Sample } from './leg.ts'
import { hashDatabase } from './rows-in-memory.ts'

type Read = Pick<Sample, 'hash' | 'rows'>

/** Runs `work` on a fresh laptop in a folder of its own and reads back what it holds. */
export async function onFreshLaptop(
  context: BenchContext,
  work: (laptop: BenchLaptop) => Promise<number>,
  readBack: (laptop: BenchLaptop) => Read = ({ db }) => hashDatabase(db),
): Promise<Sample> {
  const folder = await laptopFolder(context.folder, 'laptop')
  const laptop = openLaptop(folder)
  try {
    const ms = await work(laptop)
    return { times: [ms], ...readBack(laptop) }
  } finally {
    laptop.close()
    await rm(folder, { recursive: true, force: true })
  }
}
