import { activateAgent, addAgent, deactivateAgent, setPassword } from '../../auth/administration.ts'
import { Role, ROLES } from '../../../shared/domain/values.ts'
import { changeAgent } from '../../sync/admin.ts'
import { CliFailure, databaseOptions, defineCommand, flag, list, required, text } from '../command.ts'
import { chooseWorkspace, withHub } from '../with-hub.ts'
import { agentsOf, findAgent, findTeams, teamsOf } from './people.ts'
import { passwordFor } from './password.ts'

const common = { workspace: text('SLUG', 'needed only when there are several'), ...databaseOptions } as const
const fromStdin = flag('read the password from the standard input; otherwise one is made and shown once')

export const agentAdd = defineCommand({
  name: 'agent add',
  positionals: 'EMAIL',
  summary: 'Give a person access to a workspace.',
  options: {
    name: text('NAME', 'as colleagues read it'),
    role: text('ROLE', `${ROLES.join(', ')}; agent if absent`),
    team: list('NAME', 'a team of theirs; may be given several times'),
    'password-stdin': fromStdin,
    ...common,
  },
  run: async context => {
    const { options, print } = context
    const email = emailOf(context.positionals)
    const role = Role.safeParse(options.role ?? 'agent')
    if (!role.success) throw new CliFailure(`--role takes ${ROLES.join(', ')}.`, 2)
    const name = required('name', options.name)
    const password = await passwordFor(context, options['password-stdin'])
    await withHub(context, async hub => {
      const { id } = await chooseWorkspace(hub, options.workspace)
      const teamIds = findTeams(await teamsOf(hub, id), options.team)
      await addAgent(hub, id, { name, email, role: role.data, teamIds, password: password.text })
    })
    print.line(`Made ${role.data.toString()} ${email}.`)
    if (password.isMade) print.line(`Password (shown only now): ${password.text}`)
    return 0
  },
})

export const agentList = defineCommand({
  name: 'agent list',
  positionals: '',
  summary: 'Show who has access.',
  options: common,
  run: async context => {
    const rows = await withHub(context, async hub => {
      const { id } = await chooseWorkspace(hub, context.options.workspace)
      const names = new Map((await teamsOf(hub, id)).map(team => [team.id, team.name]))
      return (await agentsOf(hub, id)).map(agent => [
        agent.email,
        agent.name,
        agent.role,
        agent.teamIds.map(team => names.get(team) ?? team).join(', '),
        agent.isActive ? 'active' : 'off',
      ])
    })
    context.print.table(['EMAIL', 'NAME', 'ROLE', 'TEAMS', 'STATE'], rows)
    return 0
  },
})

export const agentTeams = defineCommand({
  name: 'agent teams',
  positionals: 'EMAIL',
  summary: 'Set the teams of an agent; without --team none.',
  options: { team: list('NAME', 'a team of theirs; may be given several times'), ...common },
  run: async context => {
    const email = emailOf(context.positionals)
    await withHub(context, async hub => {
      const { id: workspaceId } = await chooseWorkspace(hub, context.options.workspace)
      const agent = findAgent(await agentsOf(hub, workspaceId), email)
      const teamIds = [...findTeams(await teamsOf(hub, workspaceId), context.options.team)]
      await changeAgent(hub, workspaceId, { id: agent.id, teamIds })
    })
    context.print.line(`Teams of ${email}: ${context.options.team.join(', ') || 'none'}.`)
    return 0
  },
})

export const agentDeactivate = defineCommand({
  name: 'agent deactivate',
  positionals: 'EMAIL',
  summary: 'Take access away at once, on all laptops; --undo gives it back.',
  options: { undo: flag('give access back'), ...common },
  run: async context => {
    const email = emailOf(context.positionals)
    const { undo } = context.options
    await withHub(context, async hub => {
      const { id: workspaceId } = await chooseWorkspace(hub, context.options.workspace)
      const { id: agentId } = findAgent(await agentsOf(hub, workspaceId), email)
      await (undo ? activateAgent : deactivateAgent)(hub, { workspaceId, agentId })
    })
    context.print.line(undo ? `${email} may sign in again.` : `${email} is signed out everywhere.`)
    return 0
  },
})

export const agentPassword = defineCommand({
  name: 'agent password',
  positionals: 'EMAIL',
  summary: 'Set a new password and end all sessions made with the old one.',
  options: { 'password-stdin': fromStdin, ...common },
  run: async context => {
    const email = emailOf(context.positionals)
    const password = await passwordFor(context, context.options['password-stdin'])
    await withHub(context, async hub => {
      const { id: workspaceId } = await chooseWorkspace(hub, context.options.workspace)
      const { id: agentId } = findAgent(await agentsOf(hub, workspaceId), email)
      await setPassword(hub, { workspaceId, agentId, password: password.text })
    })
    context.print.line(`${email} has a new password; all sessions are over.`)
    if (password.isMade) context.print.line(`Password (shown only now): ${password.text}`)
    return 0
  },
})

function emailOf([email, ...others]: readonly string[]): string {
  if (email !== undefined && others.length === 0 && /^[^\s@]+@[^\s@]+$/.test(email)) return email
  throw new CliFailure('One e-mail address is needed. See --help.', 2)
}
