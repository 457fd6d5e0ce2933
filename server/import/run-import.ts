import { newId } from '../../shared/domain/ids.ts'
import type { AdministrationDeps } from '../auth/administration.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import {
  countProblems,
  endAbandonedRuns,
  dropStaged,
  findUnfinishedRun,
  readProblems,
  readRun,
  saveProgress,
  startRun,
} from '../db/queries/import-runs.ts'
import type { ImportRun } from '../db/queries/import-runs.ts'
import { lockSource, unlockSource } from '../db/queries/import-tickets.ts'
import { choicesDigest } from './import-options.ts'
import type { ImportPlan } from './import-options.ts'
import type { ImportSummary } from './import-report.ts'
import { ImportFailure } from './problems.ts'
import type { RowProblem } from './problems.ts'
import { publish } from './publish.ts'
import { readUnits } from './read-units.ts'
import type { RejectsFile } from './rejects-file.ts'
import { stage } from './stage.ts'

/** An unfinished run this old is not gone on with: its staged rows are dropped. */
const ABANDONED_AFTER_MS = 7 * 86_400_000
const PROBLEMS_READ = 500
const PROBLEMS_SHOWN = 10

export type RunTarget = {
  readonly hub: AdministrationDeps
  readonly workspaceId: string
  readonly hubKey: Buffer | null
  readonly signal: AbortSignal
  readonly rejects: RejectsFile
  readonly progress: (what: string, done: number, refused: number) => void
}

async function free({ database }: AdministrationDeps, workspaceId: string, runId: string): Promise<void> {
  for (;;) {
    const isMore = await inWorkspace(database.app, { workspaceId }, client =>
      dropStaged({ client, workspaceId }, runId),
    )
    if (!isMore) return
  }
}

async function openRun(
  { hub, workspaceId }: RunTarget,
  plan: ImportPlan,
): Promise<{ readonly run: ImportRun; readonly isResumed: boolean }> {
  const { clock, random } = hub
  const abandoned = await inWorkspace(hub.database.app, { workspaceId }, client =>
    endAbandonedRuns({ client, workspaceId }, plan.map.source, clock.now() - ABANDONED_AFTER_MS),
  )
  for (const runId of abandoned) await free(hub, workspaceId, runId)
  const key = { source: plan.map.source, fileSha256: plan.file.sha256, choicesDigest: choicesDigest(plan) }
  return inWorkspace(hub.database.app, { workspaceId }, async client => {
    const session = { client, workspaceId }
    const nowMs = clock.now()
    const unfinished = await findUnfinishedRun(session, key)
    if (unfinished) return { run: unfinished, isResumed: true }
    const id = newId(nowMs, random)
    await startRun(session, { ...key, id, nowMs })
    return { run: await readRun(session, id), isResumed: false }
  })
}

/** Every problem of the run in the order of the file, into the rejects file; the first ones for the screen. */
async function writeRejects(
  { hub, workspaceId, rejects }: RunTarget,
  runId: string,
): Promise<{ readonly count: number; readonly first: readonly RowProblem[] }> {
  const first: RowProblem[] = []
  let after = { line: -1, ordinal: -1 }
  let count = 0
  for (;;) {
    const page = await inWorkspace(hub.database.app, { workspaceId, mode: 'read' }, client =>
      readProblems({ client, workspaceId }, { runId, after, limit: PROBLEMS_READ }),
    )
    for (const problem of page) {
      await rejects.add(problem)
      if (first.length < PROBLEMS_SHOWN) first.push(problem)
    }
    count += page.length
    const last = page.at(-1)
    if (!last) return { count, first }
    after = { line: last.line, ordinal: last.ordinal }
  }
}

async function finish({ hub, workspaceId }: RunTarget, runId: string): Promise<void> {
  await free(hub, workspaceId, runId)
  await inWorkspace(hub.database.app, { workspaceId }, client =>
    saveProgress({ client, workspaceId }, runId, { phase: 'done' }),
  )
}

async function runLocked(target: RunTarget, plan: ImportPlan): Promise<ImportSummary> {
  const { hub, workspaceId, signal, progress } = target
  const { source } = plan.map
  const { run: opened, isResumed } = await openRun(target, plan)
  let run = opened
  let isWhole = true
  if (run.phase === 'staging') {
    const report = ({ items, refused }: { items: number; refused: number }): void =>
      progress('Rows read', items, refused)
    isWhole = await stage(
      { app: hub.database.app, workspaceId, source, signal },
      { run, items: readUnits(plan), report },
    )
    run = await inWorkspace(hub.database.app, { workspaceId, mode: 'read' }, client =>
      readRun({ client, workspaceId }, run.id),
    )
  }
  if (isWhole) {
    const refused = await inWorkspace(hub.database.app, { workspaceId, mode: 'read' }, client =>
      countProblems({ client, workspaceId }, run.id),
    )
    const published = await publish(
      {
        hub,
        workspaceId,
        source,
        plan,
        hubKey: target.hubKey,
        signal,
        report: ({ units }) => progress('Tickets put in', units, refused),
      },
      run,
    )
    run = published.run
    isWhole = published.isDone
  }
  const { count, first } = await writeRejects(target, run.id)
  if (isWhole) await finish(target, run.id)
  return {
    items: run.items,
    ticketsAdded: run.ticketsAdded,
    messagesAdded: run.messagesAdded,
    known: run.known,
    refused: count,
    isStopped: !isWhole,
    isResumed,
    firstProblems: first,
  }
}

/**
 * Brings a file into a workspace. Running it again adds nothing; an interrupted run goes on where it stopped, also
 * after a kill. Throws ImportFailure when the file cannot be used or another import of the same source is running.
 */
export async function runImport(target: RunTarget, plan: ImportPlan): Promise<ImportSummary> {
  const { hub, workspaceId } = target
  const client = await hub.database.app.connect()
  const session = { client, workspaceId }
  const { source } = plan.map
  let isFree = false
  try {
    if (!(await lockSource(session, source))) {
      throw new ImportFailure(`Another import of "${source}" is running. Wait for its end, then start again.`)
    }
    const summary = await runLocked(target, plan)
    await unlockSource(session, source)
    isFree = true
    return summary
  } finally {
    // The lock belongs to the connection: one that may still hold it is closed.
    client.release(!isFree)
  }
}
