import { npm, run } from '../lib/run.mjs'
import { inRoot } from '../lib/paths.mjs'
import { PlainFailure } from '../lib/steps.mjs'

/**
 * @typedef {Record<string, unknown> & { 'bom-ref': string, scope?: string, properties?: { name: string }[] }} Component
 * @typedef {{ ref: string, dependsOn?: string[] }} Dependency
 * @typedef {Record<string, unknown> & { metadata: { component: Component }, components: Component[], dependencies: Dependency[] }} Bom
 * @typedef {{ packages: readonly { name: string, version: string }[], product: { name: string, version: string }, electron: string }} Wanted
 */

/** Says that a package is a development dependency of the checkout: of a bundle it is not. */
const DEVELOPMENT = 'cdx:npm:package:development'

/** @returns {Promise<Bom>} every package of the lockfile, as npm describes them in CycloneDX */
export async function lockfileBom() {
  // Bundled libraries are development dependencies, and Vite has set NODE_ENV to production by now.
  const flags = ['--sbom-format=cyclonedx', '--package-lock-only', '--include=dev', '--loglevel=error']
  const { code, output } = await run(npm(['sbom', ...flags]), { cwd: inRoot() })
  const start = output.indexOf('{')
  if (code !== 0 || start === -1) throw new PlainFailure(`npm could not describe the packages:\n${output}`)
  return JSON.parse(output.slice(start))
}

/**
 * Keeps of the lockfile's packages those whose code is in the console, and adds the runtime.
 * @param {Bom} bom
 * @param {Wanted} wanted
 * @returns {Bom}
 */
export function consoleBom(bom, { packages, product, electron }) {
  const refs = packages.map(({ name, version }) => `${name}@${version}`)
  const components = refs.map(ref => {
    const found = bom.components.find(component => component['bom-ref'] === ref)
    if (!found) throw new PlainFailure(`${ref} is in the console but not in the lockfile.`)
    const properties = (found.properties ?? []).filter(({ name }) => name !== DEVELOPMENT)
    return { ...found, scope: 'required', properties }
  })
  const runtime = electronComponent(electron)
  const known = new Set(refs)
  const productRef = `${product.name}@${product.version}`
  const between = bom.dependencies
    .filter(({ ref }) => known.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(other => known.has(other)) }))
  return {
    ...bom,
    metadata: {
      ...bom.metadata,
      component: { ...bom.metadata.component, type: 'application', 'bom-ref': productRef, ...product },
    },
    components: [...components, runtime],
    dependencies: [
      { ref: productRef, dependsOn: [...refs, runtime['bom-ref']] },
      ...between,
      { ref: runtime['bom-ref'], dependsOn: [] },
    ],
  }
}

/**
 * @param {string} version
 * @returns {Component}
 */
const electronComponent = version => ({
  'bom-ref': `electron@${version}`,
  type: 'framework',
  name: 'electron',
  version,
  description: 'Runtime of the console; brings Chromium and Node.js',
  scope: 'required',
  purl: `pkg:npm/electron@${version}`,
  licenses: [{ license: { id: 'MIT' } }],
})
