import type { AdministrationDeps } from '../auth/administration.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { addProblems, saveProgress } from '../db/queries/import-runs.ts'
import type { ImportRun } from '../db/queries/import-runs.ts'
import { readUnits } from '../db/queries/import-staged.ts'
import { RowRefused } from '../sync/store.ts'
import type { ImportPlan } from './import-options.ts'
import type { UnitDraft } from './plan-unit.ts'
import { unitDraft } from './plan-unit.ts'
import { publishBatch } from './publish-batch.ts'
import type { PublishContext, Published } from './publish-batch.ts'

const ITEMS_READ = 300
/** Writers of the workspace wait while a transaction publishes: none may be long. A larger ticket goes alone. */
const ROWS_PER_TRANSACTION = 500
/** Rows of a ticket beside its messages, notes and attachments: customer, contacts, ticket, threads, event. */
const ROWS_BESIDE = 9

export type PublishTarget = {
  readonly hub: AdministrationDeps
  readonly workspaceId: string
  readonly source: string
  readonly plan: ImportPlan
  readonly hubKey: Buffer | null
  readonly signal: AbortSignal
  readonly report: (totals: Totals) => void
}
export type Totals = {
  readonly ticketsAdded: number
  readonly messagesAdded: number
  readonly known: number
  readonly units: number
}

const rowsOf = ({ draft }: UnitDraft): number =>
  ROWS_BESIDE +
  draft.notes.length +
  draft.messages.reduce((sum, { attachments }) => sum + 1 + attachments.length, 0)

type Numbered = { readonly unit: number; readonly draft: UnitDraft }

/** Units in order, as many together as fit into a transaction. */
function packed(units: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const batches: Numbered[][] = []
  let rows = 0
  for (const unit of units) {
    const own = rowsOf(unit.draft)
    const current = batches.at(-1)
    if (current && rows + own <= ROWS_PER_TRANSACTION) {
      current.push(unit)
      rows += own
    } else {
      batches.push([unit])
      rows = own
    }
  }
  return batches
}

async function write(target: PublishTarget, run: ImportRun, batch: readonly Numbered[]): Promise<Published> {
  const { hub, workspaceId, source, plan, hubKey } = target
  const context: PublishContext = {
    workspaceId,
    source,
    run,
    mailMap: plan.map.format === 'mbox' ? plan.map : null,
    path: plan.file.path,
    blobContext: { hubKey, nowMs: hub.clock.now() },
  }
  const lastUnit = batch.at(-1)?.unit ?? run.published
  const published = await inWorkspace(hub.database.app, { workspaceId }, client =>
    publishBatch(client, context, { units: batch.map(({ draft }) => draft), lastUnit, totals: run }),
  )
  if (published.seq !== null) hub.announce(workspaceId, published.seq)
  return published
}

type Refused = Numbered & { readonly reason: string }

/** A ticket the database itself refused: it is noted and left out, and the others go on. */
async function leaveOut({ hub, workspaceId }: PublishTarget, runId: string, refused: Refused): Promise<void> {
  const { unit, draft, reason } = refused
  await inWorkspace(hub.database.app, { workspaceId }, async client => {
    const session = { client, workspaceId }
    await addProblems(session, runId, [
      {
        line: draft.line,
        raw: draft.raw,
        column: null,
        code: 'value',
        reason: `the database refused it (${reason})`,
        advice: 'A value is too long or not valid; shorten or correct it.',
      },
    ])
    await saveProgress(session, runId, { published: unit })
  })
}

const after = (run: ImportRun, published: Published, lastUnit: number): ImportRun => ({
  ...run,
  published: lastUnit,
  ticketsAdded: run.ticketsAdded + published.ticketsAdded,
  messagesAdded: run.messagesAdded + published.messagesAdded,
  known: run.known + published.known,
})

async function publishOne(
  target: PublishTarget,
  run: ImportRun,
  batch: readonly Numbered[],
): Promise<ImportRun> {
  const last = batch.at(-1)
  if (!last) return run
  try {
    return after(run, await write(target, run, batch), last.unit)
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error
    if (batch.length === 1) {
      await leaveOut(target, run.id, { ...last, reason: error.message })
      return { ...run, published: last.unit }
    }
    let current = run
    for (const single of batch) current = await publishOne(target, current, [single])
    return current
  }
}

/**
 * Puts everything staged into the workspace, whole tickets in transactions of at most 500 rows, each with its ledger
 * and checkpoint. Answers the run as it stands; `isDone` is false when the signal stopped it.
 */
export async function publish(
  target: PublishTarget,
  started: ImportRun,
): Promise<{ readonly run: ImportRun; readonly isDone: boolean }> {
  const { hub, workspaceId, plan, signal, report } = target
  let run = started
  for (;;) {
    const staged = await inWorkspace(hub.database.app, { workspaceId, mode: 'read' }, client =>
      readUnits({ client, workspaceId }, { runId: run.id, after: run.published, limit: ITEMS_READ }),
    )
    if (staged.last === null) return { run, isDone: true }
    const units = staged.units.flatMap(staged => {
      const draft = unitDraft(staged, plan.map, plan.kind)
      return draft ? [{ unit: staged.first, draft }] : []
    })
    for (const batch of packed(units)) {
      run = await publishOne(target, run, batch)
      report({ ...run, units: run.ticketsAdded + run.known })
      if (signal.aborted) return { run, isDone: false }
    }
    run = { ...run, published: staged.last }
  }
}
