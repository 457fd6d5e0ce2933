import { existsSync } from 'node:fs'
import { inRoot } from '../lib/paths.mjs'
import { signingTrouble } from './signing.mjs'

const NEEDED = [
  'dist/main/index.cjs',
  'dist/data/entry.cjs',
  'dist/renderer/index.html',
  'out/packaging/sbom.cdx.json',
  'out/packaging/THIRD-PARTY-NOTICES.txt',
]

/**
 * Stands before every build by electron-builder, however it was called.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function beforePack({ electronPlatformName, packager }) {
  const { publish } = /** @type {{ publish?: string | null }} */ (packager.info.options)
  const trouble = signingTrouble({
    platform: electronPlatformName,
    env: process.env,
    mustSign: packager.config.forceCodeSigning === true,
    publish,
  })
  if (trouble.length > 0) throw new Error(`This build must be signed.\n- ${trouble.join('\n- ')}`)
  const missing = NEEDED.filter(file => !existsSync(inRoot(file)))
  if (missing.length > 0) throw new Error(`Build with \`npm run package\`; missing: ${missing.join(', ')}`)
}
