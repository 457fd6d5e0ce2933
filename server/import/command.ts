import { basename, extname } from 'node:path'
import { CliFailure, databaseOptions, defineCommand, flag, text } from '../cli/command.ts'
import type { CommandContext } from '../cli/command.ts'
import { chooseWorkspace, withHub } from '../cli/with-hub.ts'
import { systemClock } from '../system-clock.ts'
import type { RecordKind } from '../../shared/protocol/records.ts'
import type { KindChoice } from './draft-from-record.ts'
import { dryRun } from './dry-run.ts'
import type { ImportPlan } from './import-options.ts'
import { progressLines, recordLines, summaryLines } from './import-report.ts'
import type { ImportSummary } from './import-report.ts'
import { inspectFile } from './inspect-file.ts'
import { assertFormat, loadMap, shippedMaps } from './load-map.ts'
import { FORMATS } from './map-schema.ts'
import type { Format } from './map-schema.ts'
import { ImportFailure } from './problems.ts'
import { importRecords } from './import-records.ts'
import type { RecordsPlan, RecordsSummary } from './import-records.ts'
import { openRejects } from './rejects-file.ts'
import type { RejectsFile } from './rejects-file.ts'
import { runImport } from './run-import.ts'

const KINDS = ['service', 'support', 'both', 'auto'] as const
const BY_EXTENSION: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'json',
  '.mbox': 'mbox',
}

/** What a file holds instead of tickets. */
const RECORDS: Readonly<Record<string, RecordKind>> = {
  orders: 'order',
  invoices: 'invoice',
  contracts: 'contract',
  posts: 'post',
  products: 'product',
  organisations: 'organisation',
  customers: 'customer',
}

const options = {
  what: text('WHAT', `${Object.keys(RECORDS).join(', ')}, as CSV or JSON lines; tickets if absent`),
  format: text('FORMAT', `${FORMATS.join(', ')}; from the file's name if absent`),
  map: text('MAP', `a mapping file, or one of ${shippedMaps().join(', ')}; generic if absent`),
  workspace: text('SLUG', 'needed only when there are several'),
  kind: text('KIND', 'service, support or both for all rows; auto, as the mapping says, if absent'),
  source: text('NAME', 'name of the source, instead of the mapping’s; same source and key, same ticket'),
  'dry-run': flag('read and check only; nothing is changed and no hub is needed'),
  rejects: text('FILE', 'where refused rows go; FILE.rejects.jsonl beside the file if absent'),
  ...databaseOptions,
} as const
type Context = CommandContext<typeof options>

function formatOf(path: string, said: string | null): Format {
  const format = said ?? BY_EXTENSION[extname(path).toLowerCase()] ?? ''
  const found = FORMATS.find(known => known === format)
  if (found) return found
  throw new CliFailure(`--format is needed for ${basename(path)}: ${FORMATS.join(', ')}.`, 2)
}

function kindOf(said: string | null): KindChoice {
  const found = KINDS.find(kind => kind === (said ?? 'auto'))
  if (found) return found
  throw new CliFailure(`--kind takes ${KINDS.join(', ')}.`, 2)
}

async function planOf(
  { options: { format: said, map: named, kind, source } }: Context,
  path: string,
): Promise<ImportPlan> {
  const format = formatOf(path, said)
  const loaded = loadMap(named ?? (format === 'mbox' ? 'mailbox' : 'generic'))
  assertFormat(loaded, format)
  if (source !== null && !/^[a-z0-9][a-z0-9._-]*$/.test(source)) {
    throw new CliFailure('--source takes small letters, digits, dot, dash and underscore.', 2)
  }
  const map = source === null ? loaded : { ...loaded, source }
  return { file: await inspectFile(path, format === 'mbox'), map, format, kind: kindOf(kind) }
}

function recordsPlanOf({ options: { format: said } }: Context, path: string, kind: RecordKind): RecordsPlan {
  const format = formatOf(path, said)
  if (format === 'csv' || format === 'jsonl') return { path, format, kind }
  throw new CliFailure('--what takes files of the format csv or jsonl.', 2)
}

/** The file of refused rows for one run: kept when it ends, as it was when it fails. */
async function withRejects<T>(
  context: Context,
  path: string,
  work: (rejects: RejectsFile) => Promise<T>,
): Promise<T> {
  const rejects = await openRejects(rejectsPathOf(context, path), path)
  let done: T
  try {
    done = await work(rejects)
  } catch (error) {
    await rejects.discard()
    throw error
  }
  await rejects.close()
  return done
}
const rejectsPathOf = ({ options: { rejects } }: Context, path: string): string =>
  rejects ?? `${path}.rejects.jsonl`

async function bringRecords(context: Context, path: string, kind: RecordKind): Promise<number> {
  const { options: chosen, print, signal } = context
  const plan = recordsPlanOf(context, path, kind)
  const progress = progressLines(systemClock, print.line)
  const summary = await withRejects(context, path, (rejects): Promise<RecordsSummary> => {
    const target = { workspaceId: '', hub: null, signal, rejects, progress }
    if (chosen['dry-run']) return importRecords(target, plan)
    return withHub(context, async hub => {
      const { id: workspaceId } = await chooseWorkspace(hub, chosen.workspace)
      return importRecords({ ...target, hub, workspaceId }, plan)
    })
  })
  for (const line of recordLines(summary, rejectsPathOf(context, path), chosen['dry-run'])) print.line(line)
  return summary.isStopped ? 1 : 0
}

async function carryOut(context: Context, path: string): Promise<number> {
  const { options: chosen, print, signal, config } = context
  const { what } = chosen
  if (what !== null && what !== 'tickets') {
    const kind = RECORDS[what]
    if (kind) return bringRecords(context, path, kind)
    throw new CliFailure(`--what takes ${Object.keys(RECORDS).join(', ')}, tickets.`, 2)
  }
  const plan = await planOf(context, path)
  const progress = progressLines(systemClock, print.line)
  const summary = await withRejects(context, path, (rejects): Promise<ImportSummary> =>
    chosen['dry-run']
      ? dryRun(plan, { rejects, signal })
      : withHub(context, async hub => {
          const { id: workspaceId } = await chooseWorkspace(hub, chosen.workspace)
          return runImport({ hub, workspaceId, hubKey: config.hubKey, signal, rejects, progress }, plan)
        }),
  )
  const rejectsPath = rejectsPathOf(context, path)
  for (const line of summaryLines(summary, rejectsPath, chosen['dry-run'])) print.line(line)
  return summary.isStopped ? 1 : 0
}

/** Real files in: CSV, JSON and mailboxes, each ticket once and whole. */
export const importCommand = defineCommand({
  name: 'import',
  positionals: 'FILE',
  summary: 'Bring tickets, orders, invoices or products from a file in; running it again adds nothing.',
  options,
  run: async context => {
    const [path, ...others] = context.positionals
    if (path === undefined || others.length > 0)
      throw new CliFailure('One file is needed. See import --help.', 2)
    try {
      return await carryOut(context, path)
    } catch (error) {
      if (error instanceof ImportFailure) throw new CliFailure(error.message)
      throw error
    }
  },
})
