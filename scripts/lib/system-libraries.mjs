import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run } from './run.mjs'
import { PlainFailure, step } from './steps.mjs'
import { lacksDisplay } from './xvfb.mjs'

/** Debian's names first; where Ubuntu renamed a package, its name follows. */
const NEEDED = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libnotify4'],
  ['libsecret-1-0'],
]
const FOR_NO_DISPLAY = [['xvfb'], ['xauth']]

/** Without them the console works, but other scripts than Latin show as boxes. */
const FONTS = [['fonts-liberation'], ['fonts-noto-color-emoji'], ['fonts-noto-cjk'], ['fonts-noto-core']]

/** A real keychain, so that the console's use of it is tested and not only its absence. */
const FOR_TESTS = [['gnome-keyring'], ['dbus-daemon', 'dbus']]

/** For the tests that cut the power: a small library of ours stands between a process and its disk. */
const COMPILER = [['gcc'], ['libc6-dev']]

/** Any C compiler will do. */
const hasCompiler = () => spawnSync('cc', ['--version'], { stdio: 'ignore' }).status === 0

const neededByTests = () => [...FOR_TESTS, ...(hasCompiler() ? [] : COMPILER)]

const isDebian = () =>
  process.platform === 'linux' && existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-query')

/** @param {readonly (readonly string[])[]} wanted */
function missing(wanted) {
  const asked = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package}\\n', ...wanted.flat()], {
    encoding: 'utf8',
  })
  const installed = new Set(
    asked.stdout
      .split('\n')
      .filter(line => line.startsWith('installed '))
      .map(line => line.slice('installed '.length)),
  )
  return wanted.filter(names => !names.some(name => installed.has(name)))
}

/** The first name this release knows. @param {readonly string[]} names */
function knownName([name = '', ...others]) {
  const candidates = [name, ...others]
  if (others.length === 0) return name
  return (
    candidates.find(each => spawnSync('apt-cache', ['show', each], { stdio: 'ignore' }).status === 0) ?? name
  )
}

/**
 * What windows need here and do not have yet.
 * @param {{ forTests?: boolean }} [options]
 * @returns {{ packages: string[], isEssential: boolean, command: string } | null}
 */
export function missingLibraries({ forTests = false } = {}) {
  if (!isDebian()) return null
  const essential = missing([...NEEDED, ...(lacksDisplay() ? FOR_NO_DISPLAY : [])])
  const all = [...essential, ...missing([...FONTS, ...(forTests ? neededByTests() : [])])]
  if (all.length === 0) return null
  const packages = all.map(knownName)
  return {
    packages,
    isEssential: essential.length > 0,
    command: `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
  }
}

/**
 * Installs what is missing where this is Debian and root; otherwise says the one command that does.
 * @param {{ forTests?: boolean }} [options]
 * @returns {Promise<string>} what a person has to do before a window can open; empty if nothing
 */
export async function prepareLibraries(options = {}) {
  const lacking = missingLibraries(options)
  if (!lacking) return withoutDebian()
  if (process.getuid?.() !== 0) {
    return lacking.isEssential
      ? `Some libraries are missing. This command installs them:\n  ${lacking.command}`
      : ''
  }
  await step(`Installing ${lacking.packages.length} Debian packages`, async note => {
    // An old list of packages is better than none: the installation itself tells whether it was enough.
    await apt(['update'], note)
    const names = missingLibraries(options)?.packages ?? []
    const { code, output } = await apt(['install', '-y', '--no-install-recommends', ...names], note)
    if (code !== 0 && missingLibraries()?.isEssential)
      throw new PlainFailure(`The Debian packages could not be installed:\n${output.trim().slice(-2_000)}`)
  })
  return ''
}

/**
 * @param {string[]} args
 * @param {(text: string) => void} note
 */
const apt = (args, note) =>
  run(['apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    onLine: line => {
      if (/^(Get:|Unpacking|Setting up)/.test(line)) note(line.slice(0, 80))
    },
  })

/** On other systems only a missing virtual display can be told beforehand. */
function withoutDebian() {
  if (isDebian() || !lacksDisplay()) return ''
  const hasXvfb = spawnSync('Xvfb', ['-help'], { stdio: 'ignore' }).error === undefined
  return hasXvfb
    ? ''
    : 'There is no display here and no Xvfb. Please install your distribution’s Xvfb package.'
}
