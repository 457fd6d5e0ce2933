import { readFile } from 'node:fs/promises'
import { PRIORITIES } from '../../../shared/domain/values.ts'
import type { SlaPolicy } from '../../../shared/domain/service-levels.ts'
import { readLevelsFile } from '../../service-levels/read-levels-file.ts'
import { readStanding, setServiceLevels } from '../../service-levels/set-levels.ts'
import type { LevelsFile } from '../../service-levels/levels-file.ts'
import { toLevelsFile } from '../../service-levels/to-levels-file.ts'
import type { LevelsPlan, Standing } from '../../service-levels/plan-levels.ts'
import type { Print } from '../print.ts'
import { CliFailure, databaseOptions, defineCommand, flag, text } from '../command.ts'
import { chooseWorkspace, withHub } from '../with-hub.ts'

const HOUR = 60

/** "45 m", "8 h", "2 h 30": opening hours, never days, because days have no fixed length there. */
export function shortMinutes(minutes: number | null): string {
  if (minutes === null) return '-'
  const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR]
  if (hours === 0) return `${rest} m`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest}`
}

function rowsOf(policy: SlaPolicy, { calendars }: Standing): readonly (readonly string[])[] {
  const nameOf = (id: string): string => {
    const calendar = calendars.find(each => each.id === id)
    return calendar ? `${calendar.key}, version ${calendar.version}` : id
  }
  return PRIORITIES.toReversed().flatMap(priority => {
    const target = policy.targets[priority]
    if (!target) return []
    const { firstMinutes, nextMinutes, solveMinutes, calendarId } = target
    const limits = [firstMinutes, nextMinutes, solveMinutes].map(shortMinutes)
    return [
      [policy.kind, `${policy.name}, version ${policy.version}`, priority, ...limits, nameOf(calendarId)],
    ]
  })
}

/** All versions, the newest of each kind first, so that one can see what was promised when. */
function printStanding(print: Print, standing: Standing): void {
  if (standing.policies.length === 0) {
    print.line('Nothing is promised yet. Write a file as in docs/service-levels.md and set it: sla set FILE')
    return
  }
  const ordered = standing.policies.toSorted((a, b) => a.kind.localeCompare(b.kind) || b.version - a.version)
  for (const policy of ordered) {
    const from = new Date(policy.validFromMs).toISOString().slice(0, 16).replace('T', ' ')
    const rows = rowsOf(policy, standing)
    print.line(`${policy.kind}, version ${policy.version}, from ${from} UTC: ${policy.name}`)
    if (rows.length === 0) print.line('  nothing is promised')
    else {
      const solve = policy.kind === 'support' ? 'restore' : 'resolve'
      print.table(['  priority', 'first reply', 'next reply', solve, 'calendar'], rows)
    }
  }
}

const workspaceOption = text('SLUG', 'needed only when there are several')

export const slaShow = defineCommand({
  name: 'sla show',
  positionals: '',
  summary: 'Show what is promised, all versions.',
  options: {
    json: flag('print what holds now as a file for: sla set'),
    workspace: workspaceOption,
    ...databaseOptions,
  },
  run: async context => {
    const { options, print } = context
    await withHub(context, async hub => {
      const { id } = await chooseWorkspace(hub, options.workspace)
      const standing = await hub.store.read(id, tx => readStanding(tx))
      if (options.json) print.line(JSON.stringify(toLevelsFile(standing, hub.clock.now()), null, 2))
      else printStanding(print, standing)
    })
    return 0
  },
})

async function fileFrom(path: string): Promise<LevelsFile> {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CliFailure(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  })
  const read = readLevelsFile(content)
  if (read.ok) return read.file
  const lines = read.problems.map(({ where, what }) => `  ${where}: ${what}`)
  throw new CliFailure(`${path} is not taken, nothing was changed:\n${lines.join('\n')}`, 2)
}

function printPlan(print: Print, { calendars, policies }: LevelsPlan): void {
  if (calendars.length + policies.length === 0) {
    print.line('That is what holds already: nothing was changed.')
    return
  }
  for (const { key, version } of calendars) print.line(`Calendar ${key}: version ${version}.`)
  for (const { kind, version, targets } of policies) {
    const isEmpty = PRIORITIES.every(priority => targets[priority] === null)
    print.line(`Policy for ${kind}: version ${version}${isEmpty ? ', nothing is promised any more' : ''}.`)
  }
  print.line(
    'It holds for new tickets and for changes of kind and priority; what runs keeps the version it has.',
  )
}

export const slaSet = defineCommand({
  name: 'sla set',
  positionals: 'FILE',
  summary: 'Take policies and calendars from a JSON file, as new versions.',
  options: { workspace: workspaceOption, ...databaseOptions },
  run: async context => {
    const { options, positionals, print } = context
    const [path, ...others] = positionals
    if (!path || others.length > 0) throw new CliFailure('One file is needed. See docs/service-levels.md.', 2)
    const file = await fileFrom(path)
    await withHub(context, async hub => {
      const { id } = await chooseWorkspace(hub, options.workspace)
      printPlan(print, await setServiceLevels(hub, id, file))
    })
    return 0
  },
})
