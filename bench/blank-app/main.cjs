'use strict'
const { join } = require('node:path')
const { app, BrowserWindow } = require('electron')

/** As little as an Electron app can be, with the flags of the console (main/index.ts, main/app/windows.ts). */
if (Number.parseInt(process.versions.electron, 10) < 45) app.disableHardwareAcceleration()
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.on('window-all-closed', () => app.quit())
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false },
  })
  window.once('ready-to-show', () => window.show())
  return window.loadFile(join(__dirname, 'index.html'))
})
