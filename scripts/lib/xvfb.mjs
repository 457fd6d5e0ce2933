import { start } from './processes.mjs'

const READY_WITHIN_MS = 10_000

/** @returns {boolean} whether this machine cannot show a window by itself */
export function lacksDisplay() {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
}

/**
 * Starts a virtual display. Xvfb chooses a free number itself and writes it to descriptor 3, so two at once
 * never race; xvfb-run would leave orphans when it is ended.
 * @returns {Promise<{ display: string, process: import('./processes.mjs').Started }>}
 */
export async function startXvfb() {
  const started = start(
    'Xvfb',
    ['Xvfb', '-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const number = await displayNumber(started)
  return { display: `:${number}`, process: started }
}

/**
 * @param {import('./processes.mjs').Started} started
 * @returns {Promise<string>}
 */
function displayNumber({ child, exited }) {
  let printed = ''
  child.stderr?.setEncoding('utf8').on('data', text => (printed += text))
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Xvfb did not become ready')), READY_WITHIN_MS)
    const pipe = /** @type {import('node:stream').Readable} */ (child.stdio[3])
    pipe.setEncoding('utf8').once('data', text => {
      clearTimeout(timer)
      resolve(String(text).trim())
    })
    child.once('error', error => reject(new Error(`Xvfb could not be started: ${error.message}`)))
    void exited.then(code => reject(new Error(`Xvfb ended with code ${code}: ${printed.trim()}`)))
  })
}
