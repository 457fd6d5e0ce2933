import { makeToken } from '../../auth/token.ts'
import { inWorkspace } from '../../db/in-workspace.ts'
import { insertTracker, listTrackers, removeTrackers } from '../../db/queries/tracker-tokens.ts'
import { mirrorStatus } from '../../engineering.ts'
import { EngineeringStatus } from '../../../shared/protocol/engineering.ts'
import { ENGINEERING_STATES } from '../../../shared/domain/incidents.ts'
import { CliFailure, databaseOptions, defineCommand, flag, required, text } from '../command.ts'
import { chooseWorkspace, withHub } from '../with-hub.ts'

const common = { workspace: text('SLUG', 'needed only when there are several'), ...databaseOptions } as const

export const engineeringToken = defineCommand({
  name: 'engineering token',
  positionals: '',
  summary: 'Let a tracker tell how engineering’s issues stand: makes its token, or lists or withdraws some.',
  options: {
    name: text('NAME', 'of the tracker, for example "Jira"; without it the tokens there are get listed'),
    withdraw: flag('take the tokens of that name away'),
    ...common,
  },
  run: async context => {
    const { options, print } = context
    const name = options.name?.trim() ?? ''
    if (options.withdraw && name === '') throw new CliFailure('--withdraw needs --name. See --help.', 2)
    await withHub(context, async hub => {
      const { id: workspaceId } = await chooseWorkspace(hub, options.workspace)
      await inWorkspace(hub.database.app, { workspaceId }, async client => {
        const session = { client, workspaceId }
        if (options.withdraw) {
          print.line(`Withdrawn: ${await removeTrackers(session, name)}.`)
          return
        }
        if (name === '') {
          const rows = (await listTrackers(session)).map(token => [
            token.name,
            new Date(Number(token.createdAtMs)).toISOString(),
          ])
          print.table(['TRACKER', 'SINCE'], rows)
          return
        }
        const { text: token, hash } = makeToken('e', workspaceId)
        await insertTracker(session, { hash, name, createdAtMs: hub.clock.now() })
        print.line(`Token of ${name} (shown only now): ${token}`)
      })
    })
    return 0
  },
})

export const issueStatus = defineCommand({
  name: 'issue status',
  positionals: 'KEY',
  summary: 'Say how an issue of engineering stands; tickets that wait for it are told.',
  options: {
    status: text('WORD', 'as engineering calls it, for example "In review"'),
    state: text('STATE', `what it means: ${ENGINEERING_STATES.join(', ')}`),
    title: text('TEXT', 'of the issue'),
    url: text('URL', 'where it can be read'),
    'fixed-in': text('VERSION', 'that has the fix'),
    ...common,
  },
  run: async context => {
    const { options, positionals, print } = context
    const [key, ...others] = positionals
    if (key === undefined || others.length > 0) throw new CliFailure('One key is needed. See --help.', 2)
    const parsed = EngineeringStatus.safeParse({
      key,
      status: required('status', options.status),
      state: required('state', options.state),
      title: options.title ?? '',
      url: options.url,
      fixedInVersion: options['fixed-in'],
    })
    if (!parsed.success)
      throw new CliFailure(
        `--${String(parsed.error.issues[0]?.path[0] ?? 'state')} cannot be used. See --help.`,
        2,
      )
    await withHub(context, async hub => {
      const { id } = await chooseWorkspace(hub, options.workspace)
      await mirrorStatus(hub, id, parsed.data)
    })
    print.line(`${parsed.data.key} is now: ${parsed.data.status}.`)
    return 0
  },
})
