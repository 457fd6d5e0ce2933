import { startNewEpoch } from '../../auth/administration.ts'
import { listWorkspaces } from '../../db/queries/workspaces.ts'
import { databaseOptions, defineCommand, text } from '../command.ts'
import { chooseWorkspace, withHub } from '../with-hub.ts'

export const epochNew = defineCommand({
  name: 'epoch new',
  positionals: '',
  summary: 'Say that the database was restored from a backup: laptops then send again what it may lack.',
  options: { workspace: text('SLUG', 'only this one; all if absent'), ...databaseOptions },
  run: async context => {
    const slugs = await withHub(context, async hub => {
      const { workspace } = context.options
      const chosen =
        workspace === null
          ? await listWorkspaces(hub.database.owner)
          : [await chooseWorkspace(hub, workspace)]
      for (const { id } of chosen) await startNewEpoch(hub, id)
      return chosen.map(({ slug }) => slug)
    })
    context.print.line(`A new epoch began in: ${slugs.join(', ') || 'no workspace'}.`)
    return 0
  },
})
