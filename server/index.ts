import { readConfig } from './config.ts'
import { printTo } from './cli/print.ts'

/** argon2 is part of Node's own crypto since this version. */
const NEEDED_NODE = [24, 7] as const

const print = printTo(process.stdout, process.stderr)
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor < NEEDED_NODE[1])) {
  print.error(
    `The hub needs Node ${NEEDED_NODE.join('.')} or newer; this is ${process.versions.node}. Run: npm run hub`,
  )
  process.exitCode = 1
} else {
  // Loaded only now: its imports do not exist in an older Node.
  const { runCli } = await import('./cli/run.ts')
  process.exitCode = await runCli({
    args: process.argv.slice(2),
    print,
    process,
    configOf: flags =>
      readConfig(flags, { env: process.env, platform: process.platform, isRoot: process.getuid?.() === 0 }),
  })
  // Sockets that laptops keep open must not keep a stopped hub alive.
  process.exit()
}
