import type { TableName } from '../../shared/domain/tables.ts'
import { idOfBoth } from '../../shared/rules/named-id.ts'
import type { AdministrationDeps } from '../auth/administration.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readKnownNames } from '../db/queries/starter.ts'
import type { KnownNames } from '../db/queries/starter.ts'
import { stageRows } from '../sync/admin.ts'
import type { TableRow } from '../sync/store.ts'
import { readStarterSet, STARTER_LANGUAGES } from './read-set.ts'
import type { StarterLanguage, StarterSet } from './read-set.ts'

type Making = {
  readonly workspaceId: string
  readonly language: StarterLanguage
  readonly nowMs: number
}
/** A row, and the name people would find it by. */
type Named = TableRow & { readonly table: keyof KnownNames; readonly name: string }

/** The same in every run, so that what was changed since is known and left alone. */
const idOf = ({ workspaceId, language }: Making, what: string): string =>
  idOfBoth(workspaceId, `starter ${language} ${what}`)

function guideRows(making: Making, { guides }: StarterSet): readonly Named[] {
  const { nowMs } = making
  return guides.map((read): Named => {
    if (read.kind === 'details') {
      const id = idOfBoth(making.workspaceId, `starter details ${read.details.key}`)
      const row = { ...read.details, id, version: 1, updatedAtMs: nowMs }
      return { table: 'requiredDetails', name: read.details.key, row }
    }
    const { guide } = read
    const id = idOf(making, `guide ${guide.key}`)
    const row = { ...guide, id, version: 1, isActive: true, createdAtMs: nowMs, createdBy: null }
    return { table: 'guides', name: guide.key, row }
  })
}

const formRows = (making: Making, { forms }: StarterSet): readonly Named[] =>
  forms.map(form => ({
    table: 'ticketForms',
    name: form.kind,
    row: {
      ...form,
      id: idOfBoth(making.workspaceId, `starter form ${form.kind}`),
      version: 1,
      updatedAtMs: making.nowMs,
    },
  }))

const pageRows = (making: Making, { pages }: StarterSet): readonly Named[] =>
  pages.map(({ key, ...page }) => ({
    table: 'articles',
    name: page.title,
    row: {
      ...page,
      id: idOf(making, `page ${key}`),
      language: making.language,
      url: null,
      state: 'published',
      updatedAtMs: making.nowMs,
      version: null,
      updatedBy: null,
    },
  }))

const planRows = (making: Making, { plans }: StarterSet): readonly Named[] =>
  plans.map(({ key, name, steps }) => ({
    table: 'planTemplates',
    name,
    row: {
      id: idOf(making, `plan ${key}`),
      name,
      version: 1,
      steps,
      isActive: true,
      updatedAtMs: making.nowMs,
    },
  }))

const replyRows = (making: Making, { replies }: StarterSet): readonly Named[] =>
  replies.map(({ key, family = null, ...reply }) => ({
    table: 'macros',
    name: reply.title,
    row: {
      ...reply,
      family,
      id: idOf(making, `reply ${key}`),
      language: making.language,
      version: null,
      updatedAtMs: null,
      updatedBy: null,
      retiredAtMs: null,
    },
  }))

const viewRows = (making: Making, { views }: StarterSet): readonly Named[] =>
  views.map(({ key, name, body }, index) => ({
    table: 'sharedViews',
    name,
    row: {
      id: idOf(making, `view ${key}`),
      name,
      body,
      teamIds: [],
      position: index + 1,
      createdBy: null,
      updatedAtMs: making.nowMs,
    },
  }))

export type Added = Readonly<Partial<Record<TableName, number>>>

/**
 * Gives a workspace what a team begins with, written in `language`: principles and playbooks, guides, plans, details to
 * ask for, fields of tickets, views for all; canned replies in every language, since customers write in theirs. What the workspace has under the same
 * name is left as it is, and what was changed since an earlier run too. Answers how many rows came, by table.
 */
export async function addStarterSet(
  deps: AdministrationDeps,
  workspaceId: string,
  language: StarterLanguage,
): Promise<Added> {
  const making = { workspaceId, language, nowMs: deps.clock.now() }
  const set = readStarterSet(language)
  const replies = STARTER_LANGUAGES.flatMap(each =>
    replyRows({ ...making, language: each }, readStarterSet(each)),
  )
  const known = await inWorkspace(deps.database.app, { workspaceId, mode: 'read' }, client =>
    readKnownNames({ client, workspaceId }),
  )
  const isNew = ({ table, name, row }: Named): boolean =>
    !known[table].includes(name) && !known[table].includes(row.id)
  const ofLanguage = [guideRows, formRows, pageRows, planRows, viewRows].flatMap(rowsOf =>
    rowsOf(making, set),
  )
  const rows = [...ofLanguage, ...replies]
  const fresh = rows.filter(isNew)
  await stageRows(
    deps,
    workspaceId,
    fresh.map(({ table, row }) => [{ table, row }]),
  )
  const counts = Map.groupBy(fresh, ({ table }) => table)
  return Object.fromEntries([...counts].map(([table, added]) => [table, added.length]))
}
