'use strict'
const { join } = require('node:path')
const { app } = require('electron')

/**
 * Starts another app, but lets it believe that Electron is not ready until Playwright has connected. Otherwise
 * about one window in a hundred opens while Playwright is still attaching, and is never seen or never let go on.
 * Playwright's own loader does the same, and weakens Chromium by forty switches besides.
 */
const folder = app.commandLine.getSwitchValue('held-app')
const { name, productName, version, main } = require(join(folder, 'package.json'))

const really = app.whenReady()
const emit = app.emit.bind(app)
let isHeld = true
let letGo = () => {}
let readyEvent = []
const held = new Promise(resolve => {
  letGo = resolve
})
app.emit = (event, ...args) => {
  if (event !== 'ready' || !isHeld) return emit(event, ...args)
  readyEvent = args
  return app.listenerCount('ready') > 0
}
app.isReady = () => !isHeld
app.whenReady = () => held
// Playwright calls this by name once it is connected.
globalThis.__playwright_run = async () => {
  await really
  isHeld = false
  letGo()
  emit('ready', ...readyEvent)
}

app.setAppPath(folder)
app.setName(productName ?? name)
app.setVersion(version)
require(join(folder, main))
