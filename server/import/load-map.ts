import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { ImportMap } from './map-schema.ts'
import type { Format, RecordMap, ValueSpec } from './map-schema.ts'
import { ImportFailure } from './problems.ts'

const SHIPPED = fileURLToPath(new URL('./maps/', import.meta.url))

/** Names of the mappings that come with the hub. */
export const shippedMaps = (): readonly string[] =>
  readdirSync(SHIPPED)
    .filter(name => name.endsWith('.json'))
    .map(name => name.slice(0, -'.json'.length))
    .toSorted()

function readMapFile(nameOrPath: string): { readonly path: string; readonly text: string } {
  const isShipped = shippedMaps().includes(nameOrPath)
  const path = isShipped ? join(SHIPPED, `${nameOrPath}.json`) : nameOrPath
  try {
    return { path, text: readFileSync(path, 'utf8') }
  } catch (error) {
    throw new ImportFailure(
      `There is no mapping "${nameOrPath}": neither a file of that name nor one of ${shippedMaps().join(', ')}.`,
      { cause: error },
    )
  }
}

/** Reads a mapping by name or file. Throws ImportFailure that says where the mapping is wrong. */
export function loadMap(nameOrPath: string): ImportMap {
  const { path, text } = readMapFile(nameOrPath)
  let raw: unknown
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new ImportFailure(`${path} is not valid JSON: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    })
  }
  const parsed = z.safeParse(ImportMap, raw)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new ImportFailure(
    `${path}, ${issue?.path.join('.') || 'top level'}: ${issue?.message ?? 'not a mapping'}. See docs/importing.md.`,
  )
}

/** A mapping and a format must agree; csv, jsonl and json share their mappings. */
export function assertFormat(map: ImportMap, format: Format): void {
  if ((map.format === 'mbox') === (format === 'mbox')) return
  throw new ImportFailure(
    `The mapping is for ${map.format}, not for ${format}. Choose another with --map, or --format ${map.format}.`,
  )
}

/** Columns of which one must be there; empty when the value can be had without. */
const pathsOf = (spec: ValueSpec | undefined): readonly string[] => {
  if (spec === undefined) return []
  if (typeof spec === 'string') return [spec]
  if (spec.default !== undefined || spec.const !== undefined || spec.template !== undefined) return []
  return typeof spec.from === 'string' ? [spec.from] : (spec.from ?? [])
}

/** Groups of columns: without one of each group a CSV file cannot be what the mapping is for. */
export function neededColumns(map: RecordMap): readonly (readonly string[])[] {
  const { conversation, group, kind } = map
  const isSpoken = conversation !== undefined && conversation.items === undefined
  const texts = [
    ...pathsOf(map.body),
    ...pathsOf(map.bodyHtml),
    ...(isSpoken ? [...pathsOf(conversation.body), ...pathsOf(conversation.bodyHtml)] : []),
  ]
  const groups = [
    texts,
    pathsOf(group),
    isSpoken ? [conversation.author.from] : [],
    // Without it every row would silently get the default kind.
    kind.from !== undefined && kind.default !== 'guess' ? [kind.from] : [],
  ]
  return groups.filter(columns => columns.length > 0)
}
