import { FETCH_CHOICES, QUEUE_CHOICES } from '../../../shared/domain/scope.ts'
import type { TeamId, WorkspaceId } from '../../../shared/domain/ids.ts'
import {
  contentOf,
  HISTORY_DAYS,
  LEAST_MEGABYTES,
  MOST_MEGABYTES,
} from '../../../shared/rules/scope-policy.ts'
import type { ScopeContent } from '../../../shared/rules/scope-policy.ts'
import { applyScopePolicy, readScopePolicy, setScopePolicy } from '../../sync/scope-policy.ts'
import type { Print } from '../print.ts'
import { CliFailure, databaseOptions, defineCommand, list, text } from '../command.ts'
import { chooseWorkspace, withHub } from '../with-hub.ts'
import type { Hub } from '../with-hub.ts'
import { findTeams, teamsOf } from './people.ts'

const NONE = 'none'
const workspaceOption = text('SLUG', 'needed only when there are several')

function daysOf(value: string): number | null {
  if (value === NONE) return null
  const days = HISTORY_DAYS.find(each => String(each) === value)
  if (days) return days
  throw new CliFailure(`--days takes ${HISTORY_DAYS.join(', ')} or ${NONE}.`, 2)
}

function megabytesOf(value: string): number | null {
  if (value === NONE) return null
  const megabytes = Number(value)
  const fits = Number.isInteger(megabytes) && megabytes >= LEAST_MEGABYTES && megabytes <= MOST_MEGABYTES
  if (fits) return megabytes
  throw new CliFailure(`--megabytes takes ${LEAST_MEGABYTES} to ${MOST_MEGABYTES}, or ${NONE}.`, 2)
}

function choice<Value extends string>(name: string, choices: readonly Value[], value: string): Value {
  const found = choices.find(each => each === value)
  if (found) return found
  throw new CliFailure(`--${name} takes ${choices.join(' or ')}.`, 2)
}

type Asked = {
  readonly queues: string | null
  readonly days: string | null
  readonly megabytes: string | null
  readonly fetch: string | null
  readonly also: readonly string[]
}

const wanted =
  (hub: Hub, workspaceId: WorkspaceId, asked: Asked) =>
  async (before: ScopeContent): Promise<ScopeContent> => {
    const { queues, days, megabytes, fetch, also } = asked
    const named = also.filter(name => name !== NONE)
    const teams = named.length === 0 ? [] : findTeams(await teamsOf(hub, workspaceId), named)
    return {
      ...before,
      queues: queues === null ? before.queues : choice('queues', QUEUE_CHOICES, queues),
      days: days === null ? before.days : daysOf(days),
      megabytes: megabytes === null ? before.megabytes : megabytesOf(megabytes),
      mayFetch: fetch === null ? before.mayFetch : choice('fetch', FETCH_CHOICES, fetch),
      alsoTeamIds: also.length === 0 ? before.alsoTeamIds : [...teams],
    }
  }

/** Sets the policy and puts it in force. */
export async function changePolicy(
  hub: Hub,
  workspaceId: WorkspaceId,
  change: (before: ScopeContent) => Promise<ScopeContent>,
): Promise<boolean> {
  // A workspace nobody has said anything for is given what holds first.
  await applyScopePolicy(hub, workspaceId)
  const policy = await hub.store.read(workspaceId, tx => readScopePolicy(tx))
  const content = await change(contentOf(policy))
  const refusal = await setScopePolicy(hub, workspaceId, { seen: policy?.version ?? 0, content })
  if (refusal) throw new CliFailure('Somebody else has changed it at the same moment. Look with: policy show')
  return applyScopePolicy(hub, workspaceId)
}

async function show(hub: Hub, workspaceId: WorkspaceId, print: Print): Promise<void> {
  const policy = await hub.store.read(workspaceId, tx => readScopePolicy(tx))
  const { queues, alsoTeamIds, days, megabytes, mayFetch } = contentOf(policy)
  const teams = await teamsOf(hub, workspaceId)
  const nameOf = (id: TeamId): string => teams.find(team => team.id === id)?.name ?? id
  const also = alsoTeamIds.map(nameOf).join(', ')
  print.table(
    ['LAPTOPS HOLD', ''],
    [
      ['queues', queues === 'own' ? `own${also === '' ? '' : `, and ${also}`}` : 'all'],
      ['closed work', days === null ? 'of any age' : `touched within ${days} days`],
      ['size', megabytes === null ? 'however much it is' : `up to ${megabytes} MB of messages`],
      ['may be fetched', mayFetch === 'any' ? 'any customer' : 'customers of those queues'],
      ['version', String(policy?.version ?? 0)],
    ],
  )
}

export const policyShow = defineCommand({
  name: 'policy show',
  positionals: '',
  summary: 'Show what laptops hold.',
  options: { workspace: workspaceOption, ...databaseOptions },
  run: async context => {
    await withHub(context, async hub => {
      const { id } = await chooseWorkspace(hub, context.options.workspace)
      await applyScopePolicy(hub, id)
      await show(hub, id, context.print)
    })
    return 0
  },
})

export const policySet = defineCommand({
  name: 'policy set',
  positionals: '',
  summary: 'Say what laptops hold; what is left out stays as it is.',
  options: {
    queues: text('all|own', 'customers of all teams, or of the agent’s own'),
    also: list('TEAM', 'with own queues: a team whose customers every laptop holds; "none" for no team'),
    days: text('DAYS', `closed work that old stays on the hub: ${HISTORY_DAYS.join(', ')} or none`),
    megabytes: text('MB', 'above that the oldest closed work stays on the hub, or none'),
    fetch: text('own|any', 'whose customers agents may fetch for a while'),
    workspace: workspaceOption,
    ...databaseOptions,
  },
  run: async context => {
    const { options, print } = context
    await withHub(context, async hub => {
      const { id } = await chooseWorkspace(hub, options.workspace)
      const isChanged = await changePolicy(hub, id, wanted(hub, id, options))
      await show(hub, id, print)
      print.line(isChanged ? 'Laptops take a fresh snapshot.' : 'That is what held already.')
    })
    return 0
  },
})
