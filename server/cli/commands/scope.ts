import type { ScopePolicy } from '../../sync/store.ts'
import type { Command } from '../command.ts'
import { databaseOptions, defineCommand, text } from '../command.ts'
import { chooseWorkspace, withHub } from '../with-hub.ts'
import { changePolicy } from './policy.ts'

const scopeCommand = (policy: ScopePolicy, summary: string): Command =>
  defineCommand({
    name: `scope ${policy}`,
    positionals: '',
    summary,
    options: { workspace: text('SLUG', 'needed only when there are several'), ...databaseOptions },
    run: async context => {
      await withHub(context, async hub => {
        const { id } = await chooseWorkspace(hub, context.options.workspace)
        const queues = policy === 'teams' ? 'own' : 'all'
        await changePolicy(hub, id, async before => ({ ...before, queues }))
      })
      context.print.line(`Scope is now: ${policy}. Laptops take a fresh snapshot.`)
      return 0
    },
  })

export const scopeEverything = scopeCommand('everything', 'Every laptop holds every customer.')
export const scopeTeams = scopeCommand('teams', 'A laptop holds the customers its agent’s teams work for.')
