import { pack } from './packaging/pack.mjs'
import { runPrepared } from './lib/prepare.mjs'
import { PlainFailure } from './lib/steps.mjs'

const KINDS = /** @type {const} */ ({ '--installers': 'installers', '--release': 'release' })

/** `npm run package [-- --installers | --release | --smoke]`: the console as others get it. */
await runPrepared(import.meta.url, async () => {
  const args = process.argv.slice(2)
  const unknown = args.filter(argument => !(argument in KINDS) && argument !== '--smoke')
  if (unknown.length > 0) throw new PlainFailure(`Unknown: ${unknown.join(' ')}`)
  const chosen = args.find(argument => argument in KINDS)
  await pack(chosen ? KINDS[/** @type {keyof typeof KINDS} */ (chosen)] : 'folder')
  if (!args.includes('--smoke')) return 0
  const { runSmoke } = await import('./lib/smoke-run.mjs')
  return runSmoke(['--packaged'])
})
