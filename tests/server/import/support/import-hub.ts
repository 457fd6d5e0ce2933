import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { KindChoice } from '../../../../server/import/draft-from-record.ts'
import type { ImportSummary } from '../../../../server/import/import-report.ts'
import { inspectFile } from '../../../../server/import/inspect-file.ts'
import { loadMap } from '../../../../server/import/load-map.ts'
import type { Format } from '../../../../server/import/map-schema.ts'
import type { RowProblem } from '../../../../server/import/problems.ts'
import { openRejects } from '../../../../server/import/rejects-file.ts'
import { runImport } from '../../../../server/import/run-import.ts'
import { addEmptyWorkspace, openTestHub } from '../../../support/hub-db.ts'
import type { TestHub } from '../../../support/hub-db.ts'
import { seededRandom } from '../../../../shared/demo/seeded-random.ts'

export const sample = (name: string): string =>
  fileURLToPath(new URL(`../../../data-files/import/${name}`, import.meta.url))

export type Imported = { readonly summary: ImportSummary; readonly rejects: readonly RowProblem[] }
export type ImportHub = {
  readonly hub: TestHub
  readonly folder: string
  readonly workspace: () => Promise<string>
  readonly run: (
    workspaceId: string,
    path: string,
    choice: {
      readonly map: string
      readonly kind?: KindChoice
      readonly signal?: AbortSignal
      readonly source?: string
    },
  ) => Promise<Imported>
  /** Rows of a statement whose $1 is the workspace, as the owner. */
  readonly rows: (workspaceId: string, sql: string) => Promise<readonly Record<string, unknown>[]>
  readonly close: () => Promise<void>
}

const linesOf = async (path: string): Promise<readonly RowProblem[]> => {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.split('\n').flatMap(line => (line === '' ? [] : [JSON.parse(line) as RowProblem]))
}

/** A hub's database that imports run against, in this process. */
export async function openImportHub(): Promise<ImportHub> {
  const hub = await openTestHub()
  const folder = await mkdtemp(join(tmpdir(), 'tandem-import-'))
  const random = seededRandom(1)
  return {
    hub,
    folder,
    workspace: () => addEmptyWorkspace(hub),
    run: async (
      workspaceId,
      path,
      { map: name, kind = 'auto', signal = new AbortController().signal, source },
    ) => {
      const loaded = loadMap(name)
      const map = source === undefined ? loaded : { ...loaded, source }
      const format = path.slice(path.lastIndexOf('.') + 1) as Format
      const file = await inspectFile(path, format === 'mbox')
      const rejectsPath = join(folder, 'rejects.jsonl')
      const rejects = await openRejects(rejectsPath, path)
      const target = {
        hub: { ...hub.deps, database: hub.database, random },
        workspaceId,
        hubKey: null,
        signal,
        rejects,
        progress: () => undefined,
      }
      try {
        const summary = await runImport(target, { file, map, format, kind })
        await rejects.close()
        return { summary, rejects: await linesOf(rejectsPath) }
      } catch (error) {
        await rejects.discard()
        throw error
      }
    },
    rows: async (workspaceId, sql) =>
      (await hub.database.owner.query(sql, [workspaceId])).rows as Record<string, unknown>[],
    close: async () => {
      await hub.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
