import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { migrate } from '../../../main/data/db/migrate.ts'
import { close, openReader, openWriter } from '../../../main/data/db/open.ts'
import type { Connection, ReadableDb } from '../../../main/data/db/types.ts'

const folder = mkdtempSync(join(tmpdir(), 'tandem-cache-'))
const options = { path: join(folder, 'tandem.db'), key: '5e'.repeat(32) }

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const keptKib = ({ handle }: Connection | ReadableDb): number =>
  -Number(handle.pragma('cache_size', { simple: true }))

test('a file that is being filled keeps many pages in memory, one that is worked with few', () => {
  const filling = openWriter(options)
  const whileFilling = keptKib(filling)
  migrate(filling, options.path)
  close(filling)
  const [writer, reader] = [openWriter(options), openReader(options)]

  expect(whileFilling).toBeGreaterThan(2 * keptKib(writer))
  expect(keptKib(reader)).toBe(keptKib(writer))
  expect(keptKib(writer)).toBeLessThanOrEqual(32_000)
  close(reader)
  close(writer)
})
