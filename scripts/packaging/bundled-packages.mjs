import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../lib/paths.mjs'

/**
 * A package whose code is in the console.
 * @typedef {object} BundledPackage
 * @property {string} name under which it is published, whatever alias it is installed as
 * @property {string} version
 * @property {string} license
 * @property {string} homepage
 * @property {string} text of its licence files; empty if it brings none
 */

/** Packed as files, not bundled: the database's addon is native. */
const PACKED = ['node_modules/better-sqlite3']
const LICENSE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i

/**
 * The folder of the package that a module belongs to; nested ones count for themselves.
 * @param {string} module address of a module as a bundler tells it
 * @returns {string | null} relative to the root, with slashes
 */
export function packageFolderOf(module) {
  const path = module.replaceAll('\\', '/')
  const at = path.lastIndexOf('node_modules/')
  if (at === -1) return null
  const [scope = '', name = ''] = path.slice(at + 'node_modules/'.length).split('/')
  const start = path.indexOf('node_modules/')
  return path.slice(start, at) + `node_modules/${scope.startsWith('@') ? `${scope}/${name}` : scope}`
}

/** @returns {string[]} folders of every package the bundles were made from, as the build noted them */
export function bundledFolders() {
  const notes = ['main', 'data', 'window'].flatMap(target =>
    JSON.parse(readFileSync(inRoot('dist', `.${target}.inputs.json`), 'utf8')),
  )
  const folders = notes.map(packageFolderOf).filter(folder => folder !== null)
  return [...new Set([...folders, ...PACKED])].sort()
}

/** @returns {BundledPackage[]} by name */
export function bundledPackages() {
  return bundledFolders()
    .map(readPackage)
    .sort((left, right) => left.name.localeCompare(right.name, 'en'))
}

/**
 * @param {string} folder relative to the root
 * @returns {BundledPackage}
 */
function readPackage(folder) {
  const path = inRoot(folder)
  const { name, version, license, homepage, repository } = JSON.parse(
    readFileSync(join(path, 'package.json'), 'utf8'),
  )
  const texts = readdirSync(path)
    .filter(file => LICENSE_FILE.test(file) && existsSync(join(path, file)))
    .sort()
    .map(file => readFileSync(join(path, file), 'utf8').trim())
  const address = homepage ?? repository?.url ?? ''
  return { name, version, license: license ?? 'see its text', homepage: address, text: texts.join('\n\n') }
}
