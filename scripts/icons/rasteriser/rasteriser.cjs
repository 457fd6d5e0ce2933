'use strict'
const { readFileSync, writeFileSync } = require('node:fs')
const { app, BrowserWindow } = require('electron')

/** Draws SVG files as PNG files with the browser that the product runs on. Jobs: [{ svg, size, file }]. */
const jobs = JSON.parse(readFileSync(app.commandLine.getSwitchValue('jobs'), 'utf8'))

const draw = (svg, size) => `new Promise((resolve, reject) => {
  const image = new Image()
  image.onload = () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: ${size}, height: ${size} })
    canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size})
    resolve(canvas.toDataURL('image/png'))
  }
  image.onerror = () => reject(new Error('the drawing cannot be read'))
  image.src = 'data:image/svg+xml;base64,' + ${JSON.stringify(Buffer.from(svg).toString('base64'))}
})`

app.disableHardwareAcceleration()
app.whenReady().then(
  async () => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true },
    })
    await window.loadURL('data:text/html,<title>icons</title>')
    for (const { svg, size, file } of jobs) {
      const url = await window.webContents.executeJavaScript(draw(svg, size))
      writeFileSync(file, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
    }
    app.exit(0)
  },
  () => app.exit(1),
)
process.on('unhandledRejection', error => {
  process.stderr.write(`${error.stack}\n`)
  app.exit(1)
})
