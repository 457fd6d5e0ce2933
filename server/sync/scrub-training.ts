import { toDomain } from '../../shared/domain/codec.ts'
import type { AnyRow, TableName } from '../../shared/domain/tables.ts'
import { takeOut } from '../../shared/rules/training/take-out.ts'
import type { KnownPerson } from '../../shared/rules/training/take-out.ts'
import type { RowBook } from './row-book.ts'
import type { HubTx, TableRow } from './store.ts'

/** Words others wrote about somebody's tickets, by table. */
const WORDS: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  kudos: ['words'],
  stories: ['title', 'body', 'reason'],
  coachingNotes: ['words', 'answer'],
  articleGaps: ['words'],
  practiceRuns: ['title', 'question', 'given', 'answer', 'thoughts'],
}
/** Told in the customer's words; all else is a colleague's. */
const OF_CUSTOMERS: ReadonlySet<TableName> = new Set<TableName>(['stories', 'practiceRuns'])
const LINKS: Readonly<Record<string, null>> = { ticketId: null, messageId: null }

/** What customers name by its number. */
const NUMBERED = ['orders', 'invoices', 'subscriptions', 'tickets'] as const

function knownIn(rows: readonly TableRow[]): KnownPerson {
  const all = (table: TableName, column: string): readonly string[] =>
    rows.flatMap(each => {
      const value = each.table === table ? each.row[column] : null
      return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
    })
  return {
    language: all('customers', 'language')[0] ?? null,
    names: all('customers', 'name'),
    contacts: all('contactPoints', 'value'),
    numbers: NUMBERED.flatMap(table => all(table, 'number')),
  }
}

/** What events of the tickets say was thanked for and kept as a story. */
const toldBy = (rows: readonly TableRow[], type: string, fact: string): readonly string[] =>
  rows.flatMap(({ table, row }) => {
    if (table !== 'events' || row['type'] !== type) return []
    const id = toDomain('events', row).facts[fact]
    return typeof id === 'string' ? [id] : []
  })

function scrubbed(table: TableName, row: AnyRow, person: KnownPerson): AnyRow {
  const known = OF_CUSTOMERS.has(table) ? person : { ...person, language: null }
  const words = (WORDS[table] ?? []).flatMap(column => {
    const value = row[column]
    return typeof value === 'string' ? [[column, takeOut(value, known).text] as const] : []
  })
  const links = Object.keys(LINKS).filter(column => Object.hasOwn(row, column))
  return { ...row, ...Object.fromEntries([...words, ...links.map(column => [column, null] as const)]) }
}

/**
 * Colleagues' words about an erased person's tickets stay, without the person: thanks, stories, words between two,
 * practised answers lose what is known of them, and every way back to the ticket.
 */
export async function scrubTraining(
  { tx, book }: { readonly tx: HubTx; readonly book: RowBook },
  rows: readonly TableRow[],
  ticketIds: readonly string[],
): Promise<void> {
  const known = knownIn(rows)
  const found: { readonly table: TableName; readonly id: string }[] = [
    ...toldBy(rows, 'kudos.given', 'kudosId').map(id => ({ table: 'kudos' as const, id })),
    ...toldBy(rows, 'story.kept', 'storyId').map(id => ({ table: 'stories' as const, id })),
  ]
  for (const ticketId of ticketIds) {
    const notes = await tx.many({ table: 'coachingNotes', where: { ticketId }, above: null })
    const gaps = await tx.many({ table: 'articleGaps', where: { ticketId }, above: null })
    found.push(...gaps.map(({ id }) => ({ table: 'articleGaps' as const, id })))
    const runs = await tx.many({ table: 'practiceRuns', where: { ticketId }, above: null })
    found.push(...notes.map(({ id }) => ({ table: 'coachingNotes' as const, id })))
    for (const { id } of runs) {
      const copies = await tx.many({ table: 'practiceRuns', where: { originId: id }, above: null })
      found.push(
        ...[id, ...copies.map(copy => copy.id)].map(each => ({ table: 'practiceRuns' as const, id: each })),
      )
    }
  }
  await book.lock(found)
  for (const ref of found) {
    const row = await book.one(ref)
    if (row) book.set(ref, scrubbed(ref.table, row, known))
  }
}
