/**
 * The copy out of the registry lacks Electron's own default app, which takes the app's folder from the
 * command line. This does the same: the first argument that is a folder with a package.json.
 */
export const LOADER = `'use strict'
const { existsSync, readFileSync } = require('node:fs')
const { join, resolve } = require('node:path')
const { app } = require('electron')

const folder = process.argv
  .slice(1)
  .filter(argument => !argument.startsWith('-'))
  .map(argument => resolve(argument))
  .find(argument => existsSync(join(argument, 'package.json')))

if (!folder) {
  process.stderr.write('Usage: electron FOLDER\\n')
  process.exit(2)
}

const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setName(productName || name)
app.setVersion(version)
// Electron has derived this folder from the loader's own name by now.
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()))
require(join(folder, main))
`
