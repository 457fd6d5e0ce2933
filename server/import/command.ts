import { basename, extname } from 'node:path'
import { CliFailure, databaseOptions, defineCommand, flag, text } from '../cli/command.ts'
import type { CommandContext } from '../cli/command.ts'
import { chooseWorkspace, withHub } from '../cli/with-hub.ts'
import { systemClock } from '../system-clock.ts'
import type { KindChoice } from './draft-from-record.ts'
import { dryRun } from './dry-run.ts'
import type { ImportPlan } from './import-options.ts'
import { progressLines, summaryLines } from './import-report.ts'
import type { ImportSummary } from './import-report.ts'
import { inspectFile } from './inspect-file.ts'
import { assertFormat, loadMap, shippedMaps } from './load-map.ts'
import { FORMATS } from './map-schema.ts'
import type { Format } from './map-schema.ts'
import { ImportFailure } from './problems.ts'
import { openRejects } from './rejects-file.ts'
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

const options = {
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

async function carryOut(context: Context, path: string): Promise<number> {
  const { options: chosen, print, signal, config } = context
  const plan = await planOf(context, path)
  const rejectsPath = chosen.rejects ?? `${path}.rejects.jsonl`
  const rejects = await openRejects(rejectsPath, path)
  const progress = progressLines(systemClock, print.line)
  const run = (): Promise<ImportSummary> =>
    chosen['dry-run']
      ? dryRun(plan, { rejects, signal })
      : withHub(context, async hub => {
          const { id: workspaceId } = await chooseWorkspace(hub, chosen.workspace)
          return runImport({ hub, workspaceId, hubKey: config.hubKey, signal, rejects, progress }, plan)
        })
  let summary: ImportSummary
  try {
    summary = await run()
  } catch (error) {
    await rejects.discard()
    throw error
  }
  await rejects.close()
  for (const line of summaryLines(summary, rejectsPath, chosen['dry-run'])) print.line(line)
  return summary.isStopped ? 1 : 0
}

/** Real files in: CSV, JSON and mailboxes, each ticket once and whole. */
export const importCommand = defineCommand({
  name: 'import',
  positionals: 'FILE',
  summary: 'Bring tickets from a file into a workspace; running it again adds nothing.',
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
