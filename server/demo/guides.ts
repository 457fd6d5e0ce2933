import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGuideFile } from '../../shared/mutations/parts/read-guide-file.ts'
import type { World } from './world.ts'
import { DAY_MS } from './world.ts'

const FOLDER = join(import.meta.dirname, 'guides')

/** The guides, playbooks and lists of details of the demo: the same files a supervisor could bring in. */
export function addGuides(world: World): void {
  const files = readdirSync(FOLDER).filter(name => name.endsWith('.json'))
  for (const name of files.toSorted()) {
    const read = readGuideFile(readFileSync(join(FOLDER, name), 'utf8'))
    const atMs = world.nowMs - 60 * DAY_MS
    if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems)}`)
    if (read.kind === 'details') {
      world.add('requiredDetails', { ...read.details, id: world.id(atMs), version: 1, updatedAtMs: atMs })
      continue
    }
    world.add('guides', {
      ...read.guide,
      id: world.id(atMs),
      version: 1,
      isActive: true,
      createdAtMs: atMs,
      createdBy: null,
    })
  }
}
