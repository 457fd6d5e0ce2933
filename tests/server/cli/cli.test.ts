import { EventEmitter } from 'node:events'
import { createServer } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { commands } from '../../../server/cli/commands.ts'
import { printTo } from '../../../server/cli/print.ts'
import { runCli } from '../../../server/cli/run.ts'
import { readConfig } from '../../../server/config.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { createDatabase } from '../../support/hub-db.ts'
import type { HubUnderTest } from '../../support/hub.ts'
import { post, startTestHub } from '../../support/hub.ts'
import { freshId } from '../../support/builders.ts'
import { openLive } from '../../support/live-client.ts'

type Run = { readonly code: number; readonly out: string; readonly err: string }

/** One command line in this process, with its own input and output. */
async function run(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  const written = { out: '', err: '' }
  const sink = (key: 'out' | 'err') => ({ write: (text: string): boolean => ((written[key] += text), true) })
  const surroundings = Object.assign(new EventEmitter(), {
    stdin: Readable.from([input]),
    stderr: sink('err'),
  })
  const code = await runCli({
    args,
    print: printTo(sink('out'), sink('err')),
    process: surroundings as unknown as NodeJS.Process,
    configOf: flags =>
      readConfig(flags, { env: { TANDEM_HUB_LOG: 'silent', ...env }, platform: 'linux', isRoot: false }),
  })
  return { code, ...written }
}

let databaseUrl: string
beforeAll(async () => {
  databaseUrl = await createDatabase(inject('postgresUrl'), 'empty')
})
const onDatabase = (...args: string[]): string[] => [...args, '--database-url', databaseUrl]

test('--help lists every command with what it does', async () => {
  const { code, out } = await run(['--help'])

  expect(code).toBe(0)
  for (const { name, summary } of commands)
    expect([out.includes(`  ${name}`), out.includes(summary)]).toEqual([true, true])
})

test.each(commands.map(({ name }) => name))('%s --help shows its options', async name => {
  const { code, out } = await run([...name.split(' '), '--help'])
  const options = Object.keys(commands.find(command => command.name === name)?.options ?? {})

  expect(code).toBe(0)
  for (const option of options) expect(out).toContain(`--${option}`)
})

test('what is not understood is said, with exit code 2', async () => {
  const lines = [
    ['dance'],
    ['serve', '--prot', '1'],
    ['agent', 'add'],
    ['workspace', 'add'],
    ['serve', '--port'],
  ]
  for (const args of lines) {
    const { code, err } = await run(args)
    expect([args, code]).toEqual([args, 2])
    expect(err).not.toContain('    at ')
  }
})

describe('a hub from nothing', () => {
  test('workspace, team, agents: an empty database is all it needs', async () => {
    expect((await run(onDatabase('agent', 'list'))).err).toContain('workspace add')
    expect(await run(onDatabase('workspace', 'add', '--name', 'Färberei & Söhne'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('farberei-sohne'),
    })
    expect((await run(onDatabase('workspace', 'add', '--name', 'x', '--slug', 'farberei-sohne'))).code).toBe(
      1,
    )
    expect((await run(onDatabase('team', 'add', 'Devices', '--kind', 'support'))).code).toBe(0)
    expect((await run(onDatabase('team', 'add', 'devices'))).err).toContain('exists')
    const added = await run(
      onDatabase(
        'agent',
        'add',
        'ana@desk.example',
        '--name',
        'Ana',
        '--team',
        'DEVICES',
        '--password-stdin',
      ),
      { input: 'long enough words\n' },
    )
    expect(added).toMatchObject({ code: 0, err: '' })
    expect(added.out).not.toContain('long enough')
    const made = await run(
      onDatabase('agent', 'add', 'sue@desk.example', '--name', 'Sue', '--role', 'supervisor'),
    )
    expect(made.out).toMatch(/Password \(shown only now\): \S{20}/)
    const { out } = await run(onDatabase('agent', 'list'))
    expect(out).toMatch(/ana@desk\.example\s+Ana\s+agent\s+Devices\s+active/)
    expect(out).toMatch(/sue@desk\.example\s+Sue\s+supervisor\s+active/)
  })

  test('mistakes are said in plain words and change nothing', async () => {
    const lines: readonly [string[], RegExp][] = [
      [['agent', 'add', 'ana@desk.example', '--name', 'Ana'], /has an account/],
      [['agent', 'add', 'x@desk.example', '--name', 'X', '--team', 'Moon'], /No team is called "Moon"/],
      [['agent', 'add', 'x@desk.example', '--name', 'X', '--role', 'king'], /--role takes/],
      [['agent', 'add', 'no address', '--name', 'X'], /e-mail address/],
      [['agent', 'deactivate', 'nobody@desk.example'], /No agent has the address/],
      [['agent', 'list', '--workspace', 'other'], /No workspace "other"/],
    ]
    for (const [args, message] of lines) {
      const { code, err } = await run(onDatabase(...args))
      expect([args, code > 0, message.test(err)]).toEqual([args, true, true])
    }
    const short = await run(onDatabase('agent', 'add', 'x@desk.example', '--name', 'X', '--password-stdin'), {
      input: 'short',
    })
    expect(short.err).toContain('at least 10')
    expect((await run(onDatabase('agent', 'list'))).out).not.toContain('x@desk.example')
  })

  test('teams, password, deactivation, scope and epoch', async () => {
    expect((await run(onDatabase('agent', 'teams', 'sue@desk.example', '--team', 'Devices'))).code).toBe(0)
    expect((await run(onDatabase('agent', 'password', 'sue@desk.example'))).out).toContain('Password')
    expect((await run(onDatabase('agent', 'deactivate', 'sue@desk.example'))).code).toBe(0)
    expect((await run(onDatabase('agent', 'list'))).out).toMatch(
      /sue@desk\.example\s+Sue\s+supervisor\s+Devices\s+off/,
    )
    expect((await run(onDatabase('agent', 'deactivate', 'sue@desk.example', '--undo'))).code).toBe(0)
    expect((await run(onDatabase('scope', 'teams'))).code).toBe(0)
    expect((await run(onDatabase('workspace', 'list'))).out).toMatch(
      /farberei-sohne\s+Färberei & Söhne\s+teams/,
    )
    expect((await run(onDatabase('epoch', 'new'))).out).toContain('farberei-sohne')
  })
})

describe('beside a running hub', () => {
  let hub: HubUnderTest
  beforeAll(async () => {
    hub = await startTestHub()
  })
  afterAll(() => hub.stop())

  test('health asks it', async () => {
    expect(await run(['health', '--url', hub.url])).toMatchObject({
      code: 0,
      out: expect.stringContaining('well'),
    })
    expect((await run(['health', '--url', 'http://127.0.0.1:1'])).err).toContain('No hub answers')
  })

  test('deactivating an agent closes the sockets of the hub that runs', async () => {
    const { accessToken } = await hub.signIn('tom')
    const client = await openLive(hub.url, accessToken)
    await run(['agent', 'deactivate', 'tom@tandem.example', '--database-url', hub.databaseUrl])

    expect((await client.closed).code).toBe(4001)
  })

  test('a new epoch is told to laptops by the next pull', async () => {
    const lena = await hub.signIn('lena')
    const pull = async (cursor: string): Promise<unknown> =>
      (await fetch(`${hub.url}${routes.pull}?cursor=${cursor}`, { headers: lena.headers })).json()
    const snapshot = await (await fetch(`${hub.url}${routes.snapshot}`, { headers: lena.headers })).text()
    const { cursor } = JSON.parse(snapshot.split('\n')[0] ?? '') as { cursor: string }
    expect(await pull(cursor)).toMatchObject({ kind: 'page' })
    await run(['epoch', 'new', '--database-url', hub.databaseUrl])

    expect(await pull(cursor)).toMatchObject({ kind: 'snapshot-needed', reason: 'epoch' })
    const body = {
      protocol: 1,
      clientId: lena.clientId,
      epoch: 'old',
      sentAtMs: 1,
      entries: [{ mutationId: freshId(), groupId: null, name: 'note.add', args: {}, nowMs: 1 }],
    }
    const pushed = (await (await post(`${hub.url}${routes.push}`, body, lena.headers)).json()) as {
      verdicts: unknown[]
    }
    expect(pushed.verdicts).toMatchObject([{ kind: 'retry', code: 'epoch' }])
  })
})

describe('what goes wrong at the start is explained', () => {
  test('the port is taken', async () => {
    const blocker = createServer()
    const port = await new Promise<number>(resolve => {
      blocker.listen(0, '127.0.0.1', () => resolve((blocker.address() as { port: number }).port))
    })
    const { code, err } = await run(onDatabase('serve', '--port', String(port)))
    blocker.close()

    expect([code, err]).toEqual([1, expect.stringContaining(`Port ${port} is taken`)])
  })

  test.each([
    ['nothing listens', 'postgres://u:p@127.0.0.1:1/x', 'Nothing listens'],
    ['the host is unknown', 'postgres://u:p@no-such-host.invalid/x', 'not known'],
    ['no database URL at all', 'mysql://u:p@localhost/x', 'databaseUrl'],
  ])('%s', async (_what, url, message) => {
    const { code, err } = await run(['workspace', 'list', '--database-url', url])
    expect([code, err]).toEqual([1, expect.stringContaining(message)])
    expect(err).not.toContain('u:p@')
  })

  test('the password or the database is wrong', async () => {
    const wrong = new URL(databaseUrl)
    wrong.password = 'wrong'
    const missing = new URL(databaseUrl)
    missing.pathname = '/nowhere'

    expect((await run(['workspace', 'list', '--database-url', wrong.href])).err).toContain(
      'refused user or password',
    )
    expect((await run(['workspace', 'list', '--database-url', missing.href])).err).toContain('does not exist')
  })

  test('the database belongs to a newer hub', async () => {
    const url = await createDatabase(inject('postgresUrl'))
    const later = await startFuture(url)

    expect((await run(['workspace', 'list', '--database-url', later])).err).toContain('newer hub')
  })

  test('the environment is nonsense', async () => {
    const { code, err } = await run(['workspace', 'list'], {
      env: { TANDEM_HUB_PORT: 'many', DATABASE_URL: databaseUrl },
    })
    expect([code, err]).toEqual([1, expect.stringContaining('TANDEM_HUB_PORT')])
  })
})

async function startFuture(url: string): Promise<string> {
  const { openPool } = await import('../../../server/db/pool.ts')
  const { silentLog } = await import('../../../shared/log.ts')
  const pool = openPool({ url, max: 1, log: silentLog })
  await pool.query(`INSERT INTO migrations (version, name) VALUES (99990, 'of-the-future')`)
  await pool.end()
  return url
}
