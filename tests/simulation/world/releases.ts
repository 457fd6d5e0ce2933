import { isDeepStrictEqual } from 'node:util'
import type { PushRequest } from '../../../shared/protocol/push.ts'
import { PROTOCOL } from '../../../shared/protocol/version.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { Broken } from './broken.ts'

/**
 * Which release a copy of the hub runs. 'older' does not know some mutations. 'newer' sends what this release does not
 * know: keys of rows, tables, kinds of feed entries. 'foreign' speaks no version of the protocol this release speaks.
 */
export type Release = 'older' | 'present' | 'newer' | 'foreign'

/** Mutations that came after the older release. */
const ADDED: ReadonlySet<string> = new Set<MutationName>([
  'ticket.setSubject',
  'asset.update',
  'followUp.reschedule',
  'note.remove',
])

/** Versions of the protocol laptops speak: the one before this release's, this one, and the next. */
export const PROTOCOLS = [PROTOCOL - 1, PROTOCOL, PROTOCOL + 1] as const

/**
 * The version a copy takes a request for. The older release still serves the version before, the newer one serves the
 * next one too and upgrades what it gets; the present one refuses both, as its routes do.
 */
export function protocolRead(release: Release, protocol: number): number {
  if (release === 'older' && protocol === PROTOCOL - 1) return PROTOCOL
  return release === 'newer' && protocol === PROTOCOL + 1 ? PROTOCOL : protocol
}

/** A push as a release reads it. The older one finds names it was not built with. */
export function asReleaseReads(release: Release, body: PushRequest): PushRequest {
  const read = { ...body, protocol: protocolRead(release, body.protocol) }
  if (release !== 'older') return read
  return {
    ...read,
    entries: body.entries.map(entry =>
      ADDED.has(entry.name) ? { ...entry, name: `later.${entry.name}` } : entry,
    ),
  }
}

type Json = Readonly<Record<string, unknown>>
type WireEntry = Json & {
  readonly kind: string
  readonly seq: number
  readonly row?: Json | null
  readonly rows?: readonly Json[]
}

/** The key a newer release has added to every row. */
export const FUTURE_KEY = 'futureMark'
export const futureMark = (id: unknown): Json => ({ of: id })

/**
 * The row without the key a newer hub has added, which stays with it as long as no other release has sent it. It must be
 * what came, and nothing else may be there.
 */
export function known(row: unknown): unknown {
  if (typeof row !== 'object' || row === null || !(FUTURE_KEY in row)) return row
  const { [FUTURE_KEY]: mark, ...rest } = row as Readonly<Record<string, unknown>>
  if (!isDeepStrictEqual(mark, futureMark(rest['id'])))
    throw new Broken('what a newer hub added stays with its row', { row })
  return rest
}

const withMark = (row: Json | null | undefined): Json | null | undefined =>
  row && { ...row, [FUTURE_KEY]: futureMark(row['id']) }
const marked = (holder: Json): Json => ({ ...holder, row: withMark(holder['row'] as Json | null) })

function newerEntry(entry: WireEntry): WireEntry {
  if (entry.rows) return { ...entry, rows: entry.rows.map(marked) }
  return entry.row ? ({ ...entry, row: withMark(entry.row) } as WireEntry) : entry
}

/** An answer as the newer release gives it. Entries of tables and kinds nobody here knows stand between the others. */
export function asNewerAnswers(kind: 'push' | 'pull' | 'snapshot', value: Json): Json {
  if (kind === 'push') {
    const verdicts = value['verdicts'] as readonly Json[]
    return {
      ...value,
      mood: 'bright',
      verdicts: verdicts.map(verdict =>
        verdict['rows'] ? { ...verdict, rows: (verdict['rows'] as readonly Json[]).map(marked) } : verdict,
      ),
    }
  }
  if (kind === 'pull' && value['kind'] === 'page') {
    const entries = (value['entries'] as readonly WireEntry[]).map(newerEntry)
    const [first] = entries
    const stranger = first && { kind: 'row', seq: first.seq, table: 'moods', id: 'm', row: { id: 'm' } }
    return { ...value, entries: stranger ? [...entries, stranger] : entries }
  }
  if (kind !== 'snapshot') return value
  return { ...value, parts: (value['parts'] as readonly Json[]).map(newerPart) }
}

/** Positions of a newer release look otherwise: no other can go on from them. */
const FUTURE_PLACE = 'later:'
export const asNewerReads = (position: string | null): string | null =>
  position?.startsWith(FUTURE_PLACE) ? position.slice(FUTURE_PLACE.length) : position

function newerPart(value: Json): Json {
  const head = value['head'] as Json & { readonly columns: readonly string[] }
  const idAt = head.columns.indexOf('id')
  const lines = (value['lines'] as readonly string[]).map(line => {
    const values = JSON.parse(line) as unknown[]
    return JSON.stringify([...values, futureMark(values[idAt])])
  })
  const next = head['next'] === null ? null : `${FUTURE_PLACE}${head['next'] as string}`
  return {
    ...value,
    head: { ...head, next, columns: [...head.columns, FUTURE_KEY] },
    lines,
  }
}
