import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const works: (() => void)[] = []

/** To be done behind the last test of the file, or at the end of a process that runs no tests. In reverse order. */
export const atTheEnd = (work: () => void): void => void works.push(work)

function finish(): void {
  for (const work of works.splice(0).toReversed()) work()
}

// The runner ends its processes without a word: what waits for the end of one waits for ever there.
if ('__vitest_worker__' in globalThis) {
  const { afterAll } = await import('vitest')
  afterAll(finish)
}
process.once('exit', finish)

/** A folder that goes with the test file. `under`: where other users of the machine must reach it. */
export function passingFolder(name: string, under = tmpdir()): string {
  const folder = mkdtempSync(join(under, `tandem-${name}-`))
  if (under !== tmpdir()) chmodSync(folder, 0o777)
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
