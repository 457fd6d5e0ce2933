import { activateAgent, addAgent, deactivateAgent, setPassword } from '../../auth/administration.ts'
import { Role, ROLES } from '../../../shared/domain/values.ts'
import { changeAgent } from '../../sync/admin.ts'
import { CliFailure, databaseOptions, defineCommand, flag, list, required, text } from '../command.ts'
import { chooseWorkspace, withHub } from '../with-hub.ts'
import { agentsOf, findAgent, findTeams, teamsOf } from './people.ts'
import { passwordFor } from './password.ts'

const common = { workspace: text('SLUG', 'needed only when there are several'), ...databaseOptions } as const
const until = text('DATE', 'of a guest: the last day they help, for example 2026-12-31')
const fromStdin = flag('read the password from the standard input; otherwise one is made and shown once')

export const agentAdd = defineCommand({
  name: 'agent add',
  positionals: 'EMAIL',
  summary: 'Give a person access to a workspace.',
  options: {
    name: text('NAME', 'as colleagues read it'),
    role: text('ROLE', `${ROLES.join(', ')}; agent if absent`),
    team: list('NAME', 'a team of theirs; may be given several times'),
    until,
    'password-stdin': fromStdin,
    ...common,
  },
  run: async context => {
    const { options, print } = context
    const email = emailOf(context.positionals)
    const role = Role.safeParse(options.role ?? 'agent')
    if (!role.success) throw new CliFailure(`--role takes ${ROLES.join(', ')}.`, 2)
    const name = required('name', options.name)
    const guestUntilMs = untilOf(role.data, options.until)
    const password = await passwordFor(context, options['password-stdin'])
    await withHub(context, async hub => {
      const { id } = await chooseWorkspace(hub, options.workspace)
      const teamIds = findTeams(await teamsOf(hub, id), options.team)
      await addAgent(hub, id, {
        name,
        email,
        role: role.data,
        teamIds,
        guestUntilMs,
        password: password.text,
      })
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

/** The end of a day, here; null: no end is set. Only guests have one. */
function untilOf(role: Role, day: string | null): number | null {
  if (day === null) return null
  if (role !== 'guest') throw new CliFailure('--until is for guests.', 2)
  const atMs = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T23:59:59`).getTime() : Number.NaN
  if (Number.isNaN(atMs)) throw new CliFailure('--until takes a day, for example 2026-12-31.', 2)
  return atMs
}

export const agentRole = defineCommand({
  name: 'agent role',
  positionals: 'EMAIL ROLE',
  summary: `Give an agent another role: ${ROLES.join(', ')}. A guest sees the tickets of the own teams and sends nothing.`,
  options: { until, ...common },
  run: async context => {
    const [address, wanted, ...others] = context.positionals
    const email = emailOf(address === undefined ? [] : [address])
    const role = Role.safeParse(wanted)
    if (!role.success || others.length > 0) throw new CliFailure(`The role is one of ${ROLES.join(', ')}.`, 2)
    const guestUntilMs = untilOf(role.data, context.options.until)
    await withHub(context, async hub => {
      const { id: workspaceId } = await chooseWorkspace(hub, context.options.workspace)
      const { id } = findAgent(await agentsOf(hub, workspaceId), email)
      await changeAgent(hub, workspaceId, { id, role: role.data, guestUntilMs })
    })
    context.print.line(`${email} is ${role.data} now.`)
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
