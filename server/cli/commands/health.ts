import { routes } from '../../../shared/protocol/routes.ts'
import { CliFailure, defineCommand, text } from '../command.ts'

const TIMEOUT_MS = 5000

export const health = defineCommand({
  name: 'health',
  positionals: '',
  summary: 'Ask a running hub whether it and its database are well.',
  options: {
    url: text('URL', 'address of the hub; this machine’s if absent'),
    host: text('HOST', 'instead of --url'),
    port: text('PORT', 'instead of --url'),
  },
  run: async ({ options, config, print }) => {
    const base =
      options.url ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`
    const answer = await fetch(new URL(routes.health, base), {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => {
      throw new CliFailure(`No hub answers at ${base}. Is it running?`)
    })
    if (answer.ok) {
      print.line(`The hub at ${base} is well.`)
      return 0
    }
    print.error(`The hub at ${base} answers, but not well: HTTP ${answer.status}.`)
    return 1
  },
})
