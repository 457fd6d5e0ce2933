import { RELATION_KINDS } from '../../../shared/domain/relations.ts'
import type { Intent } from '../../../shared/mutations/define.ts'
import { anyOf, fresh, intend, oneOf, rowsOf, words } from './desk.ts'
import type { Desk } from './desk.ts'

type Act = { readonly weight: number; readonly act: (desk: Desk) => Intent | null }

/** Mostly two who stand for themselves, as the console offers them; now and then any two, in any direction. */
function merge(desk: Desk): Intent | null {
  const isAny = desk.random() < 0.3
  const all = rowsOf(desk, 'customers').filter(row => isAny || row.mergedIntoId === null)
  const [customer, into] = [all, all].map(rows => rows[Math.floor(desk.random() * rows.length)])
  if (!customer || !into || customer.id === into.id) return null
  return intend('customer.merge', {
    customerId: customer.id,
    intoId: into.id,
    seen: customer.mergedIntoId,
  })
}

function unmerge(desk: Desk): Intent | null {
  const merged = rowsOf(desk, 'customers').filter(row => row.mergedIntoId !== null)
  const customer = merged[Math.floor(desk.random() * merged.length)]
  return customer
    ? intend('customer.unmerge', { customerId: customer.id, seen: customer.mergedIntoId })
    : null
}

function addRelation(desk: Desk): Intent | null {
  const customer = anyOf(desk, 'customers')
  const other = desk.random() < 0.5 ? anyOf(desk, 'customers') : undefined
  if (!customer || other?.id === customer.id) return null
  return intend('relation.add', {
    relationId: fresh(desk),
    customerId: customer.id,
    otherCustomerId: other?.id ?? null,
    otherName: other ? null : words(desk).slice(0, 20),
    kind: oneOf(desk, RELATION_KINDS),
    note: null,
    sinceMs: null,
  })
}

function createOrganisation(desk: Desk): Intent {
  return intend('organisation.create', {
    organisationId: fresh(desk),
    content: { name: `${words(desk).slice(0, 20)} Ltd`, domain: null, country: null, notes: null },
  })
}

/** Field by field, so that two who write meet in one of them. */
function editOrganisation(desk: Desk): Intent | null {
  const row = anyOf(desk, 'organisations')
  if (!row) return null
  const notes = { field: 'notes' as const, seen: row.notes, value: words(desk) }
  const name = { field: 'name' as const, seen: row.name, value: `${words(desk).slice(0, 20)} Ltd` }
  return intend('organisation.edit', {
    organisationId: row.id,
    fields: desk.random() < 0.5 ? [notes] : [name, notes],
  })
}

/** What agents do once they see that two records are one person, and who belongs to whom. */
export const peopleActs = {
  'organisation.create': { weight: 1, act: createOrganisation },
  'organisation.edit': { weight: 2, act: editOrganisation },
  'customer.merge': { weight: 2, act: merge },
  'customer.unmerge': { weight: 1, act: unmerge },
  'relation.add': { weight: 1, act: addRelation },
  'relation.edit': {
    weight: 2,
    act: desk => {
      const row = anyOf(desk, 'relations')
      if (!row) return null
      const note = { field: 'note' as const, seen: row.note, value: words(desk) }
      return intend('relation.edit', { relationId: row.id, fields: [note] })
    },
  },
  'relation.end': {
    weight: 2.5,
    act: desk => {
      const row = anyOf(desk, 'relations')
      if (!row) return null
      const endedAtMs = row.endedAtMs === null ? Math.max(0, desk.nowMs) : null
      return intend('relation.end', { relationId: row.id, endedAtMs, seen: row.endedAtMs })
    },
  },
  'relation.remove': {
    weight: 0.3,
    act: desk => {
      const row = anyOf(desk, 'relations')
      return row ? intend('relation.remove', { relationId: row.id, customerId: row.customerId }) : null
    },
  },
} satisfies Readonly<Record<string, Act>>
