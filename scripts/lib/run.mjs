import { start, end } from './processes.mjs'

/** @typedef {{ code: number, output: string, timedOut: boolean }} Finished */

/**
 * Runs a command to its end and keeps what it printed. Never throws for a bad exit code.
 * @param {readonly [string, ...string[]]} command
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, onLine?: (line: string) => void }} [options]
 * @returns {Promise<Finished>}
 */
export async function run(command, { timeoutMs, onLine, ...options } = {}) {
  const started = start(command[0], command, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let timedOut = false
  for (const stream of [started.child.stdout, started.child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text
      if (onLine) for (const line of text.split('\n')) if (line.trim()) onLine(line)
    })
  }
  started.child.once('error', error => (output += `${error.message}\n`))
  const timer = timeoutMs === undefined ? undefined : setTimeout(cut, timeoutMs)
  function cut() {
    timedOut = true
    void end(started)
  }
  const code = await started.exited
  clearTimeout(timer)
  return { code, output, timedOut }
}

/**
 * npm as a command. On Windows npm is a batch file, which only a shell runs.
 * @param {readonly string[]} args
 * @returns {[string, ...string[]]}
 */
export function npm(args) {
  const cli = process.env['npm_execpath']
  // npm's own Node, because `npm ci` replaces the pinned one that may be running this script.
  if (cli?.endsWith('.js')) return [process.env['npm_node_execpath'] ?? process.execPath, cli, ...args]
  return process.platform === 'win32' ? ['cmd.exe', '/d', '/s', '/c', 'npm', ...args] : ['npm', ...args]
}
