import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from '../lib/paths.mjs'
import { bundledPackages } from './bundled-packages.mjs'
import { thirdPartyNotices } from './notices.mjs'
import { consoleBom, lockfileBom } from './sbom.mjs'

/**
 * Writes what goes with every installer: the bill of materials and the licences of others.
 * @param {string} electron version that is packed
 */
export async function writePapers(electron) {
  const packages = bundledPackages()
  const { name, version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
  const bom = consoleBom(await lockfileBom(), { packages, product: { name, version }, electron })
  const folder = inRoot('out/packaging')
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/sbom.cdx.json`, `${JSON.stringify(bom, null, 2)}\n`)
  writeFileSync(`${folder}/THIRD-PARTY-NOTICES.txt`, thirdPartyNotices(packages))
}
