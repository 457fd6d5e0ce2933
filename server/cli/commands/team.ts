import { WORK_KINDS, WorkKind } from '../../../shared/domain/values.ts'
import { addTeam } from '../../auth/administration.ts'
import { CliFailure, databaseOptions, defineCommand, text } from '../command.ts'
import { chooseWorkspace, withHub } from '../with-hub.ts'
import { teamsOf } from './people.ts'

export const teamAdd = defineCommand({
  name: 'team add',
  positionals: 'NAME',
  summary: 'Make a team.',
  options: {
    kind: text('KIND', `what it mostly does: ${WORK_KINDS.join(' or ')}; both if absent`),
    workspace: text('SLUG', 'needed only when there are several'),
    ...databaseOptions,
  },
  run: async context => {
    const { options, positionals, print } = context
    const [name, ...others] = positionals
    if (!name || others.length > 0) throw new CliFailure('One name is needed; quote names with spaces.', 2)
    const kind = WorkKind.nullable().safeParse(options.kind)
    if (!kind.success) throw new CliFailure(`--kind takes ${WORK_KINDS.join(' or ')}.`, 2)
    await withHub(context, async hub => {
      const { id } = await chooseWorkspace(hub, options.workspace)
      const isTaken = (await teamsOf(hub, id)).some(team => team.name.toLowerCase() === name.toLowerCase())
      if (isTaken) throw new CliFailure(`A team "${name}" exists.`)
      await addTeam(hub, id, { name, kind: kind.data })
    })
    print.line(`Made team ${name}.`)
    return 0
  },
})
