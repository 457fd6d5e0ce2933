import type { Pool } from 'pg'
import { inWorkspace } from '../db/in-workspace.ts'
import { addProblems, saveProgress } from '../db/queries/import-runs.ts'
import type { ImportRun } from '../db/queries/import-runs.ts'
import { stageItems } from '../db/queries/import-staged.ts'
import type { StagedItem } from '../db/queries/import-staged.ts'
import type { Session } from '../db/queries/session.ts'
import { openLinks } from './link-batch.ts'
import type { MailDraft } from './mail-draft.ts'
import { conversationOf } from './mail-threads.ts'
import type { ReadItem } from './read-units.ts'
import { digestOf } from './row-texts.ts'

const BATCH_ITEMS = 500
const BATCH_CHARACTERS = 4_000_000

export type StageTarget = {
  readonly app: Pool
  readonly workspaceId: string
  readonly source: string
  readonly signal: AbortSignal
}
export type Staging = { readonly items: number; readonly refused: number }

type Counts = { items: number; staged: number }

/** Rows and mails of one batch, in the order of the file. */
async function stagedOf(
  session: Session,
  run: { source: string; runId: string; staged: number },
  batch: readonly ReadItem[],
): Promise<readonly StagedItem[]> {
  const mails = batch.flatMap(item => (item.kind === 'mail' ? [item.mail] : []))
  const links = mails.length === 0 ? null : await openLinks(session, run, mails)
  let ordinal = run.staged
  const staged: StagedItem[] = []
  for (const item of batch) {
    if (item.kind === 'problems') continue
    ordinal += 1
    staged.push(
      item.kind === 'ticket'
        ? {
            ordinal,
            // Rows of the same key or contents are units of their own; whether they are known is for publishing.
            unitKey: `${item.key}\n${ordinal}`,
            line: item.line,
            contentDigest: item.digest,
            payload: { key: item.key, draft: item.draft },
            raw: item.raw,
          }
        : {
            ...mailItem(item.mail, item.raw),
            ordinal,
            unitKey: links ? conversationOf(item.mail, links) : item.mail.messageId,
          },
    )
  }
  await links?.save()
  return links ? staged.map(item => ({ ...item, unitKey: links.settled(item.unitKey) })) : staged
}

const mailItem = (mail: MailDraft, raw: string): Omit<StagedItem, 'ordinal' | 'unitKey'> => ({
  line: mail.line,
  contentDigest: digestOf(mail.messageId),
  payload: mail,
  raw,
})

/**
 * Reads the file into the staging tables, each batch with its checkpoint in one transaction; what an interrupted run
 * staged is skipped. Nothing is visible to anybody yet. Stops early, between batches, when the signal says so.
 */
export async function stage(
  { app, workspaceId, source, signal }: StageTarget,
  {
    run,
    items,
    report,
  }: {
    readonly run: ImportRun
    readonly items: AsyncIterable<ReadItem>
    readonly report: (staging: Staging) => void
  },
): Promise<boolean> {
  const counts: Counts = { items: run.items, staged: run.staged }
  let batch: ReadItem[] = []
  let size = 0
  let skip = run.items
  let refused = 0
  const write = async (): Promise<void> => {
    const taken = batch
    await inWorkspace(app, { workspaceId }, async client => {
      const session = { client, workspaceId }
      const staged = await stagedOf(session, { source, runId: run.id, staged: counts.staged }, taken)
      await stageItems(session, run.id, staged)
      await addProblems(
        session,
        run.id,
        taken.flatMap(item => (item.kind === 'problems' ? item.problems : [])),
      )
      const after = { items: counts.items + taken.length, staged: counts.staged + staged.length }
      await saveProgress(session, run.id, after)
      return after
    }).then(after => Object.assign(counts, after))
    batch = []
    size = 0
    report({ items: counts.items, refused })
  }
  for await (const item of items) {
    if (item.kind === 'problems') refused += item.problems.length
    if (skip > 0) {
      skip -= 1
      continue
    }
    batch.push(item)
    size += item.kind === 'problems' ? 200 : item.raw.length
    if (batch.length < BATCH_ITEMS && size < BATCH_CHARACTERS) continue
    await write()
    if (signal.aborted) return false
  }
  if (batch.length > 0) await write()
  await inWorkspace(app, { workspaceId }, client =>
    saveProgress({ client, workspaceId }, run.id, { phase: 'publishing' }),
  )
  return true
}
