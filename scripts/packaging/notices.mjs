/** @typedef {import('./bundled-packages.mjs').BundledPackage} BundledPackage */

const RULE = '-'.repeat(78)
const HEAD = `Tandem contains the work of others. Each part, its licence and the text its authors ask to pass on.
Electron and Chromium: LICENSE.electron.txt and LICENSES.chromium.html beside the program.`

/**
 * @param {readonly BundledPackage[]} packages
 * @returns {string} the file that goes into every installer
 */
export function thirdPartyNotices(packages) {
  const parts = packages.map(({ name, version, license, homepage, text }) =>
    [`${name} ${version}`, `Licence: ${license}`, homepage, '', text || licenceAlone(license)].join('\n'),
  )
  return `${[HEAD, ...parts].join(`\n\n${RULE}\n`)}\n`
}

/** @param {string} license */
const licenceAlone = license => `(The package brings no licence text of its own: ${license}.)`
