import { runConsole } from './lib/console-window.mjs'
import { startDemoFloor } from './lib/demo-floor.mjs'
import { startDemoHub } from './lib/demo-hub.mjs'
import { prepareBuild, prepareStage, runPrepared } from './lib/prepare.mjs'
import { isEnding } from './lib/processes.mjs'
import { PlainFailure, say } from './lib/steps.mjs'

/** With it, simulated agents and customers work on the demo hub, so that the supervisors' window lives. */
const FLOOR = '--floor'

/** `npm start [-- …]`: the console with the demo workspace, from a bare clone and without typing. */
await runPrepared(import.meta.url, async () => {
  await prepareBuild()
  const { electron, env, blocked } = await prepareStage()
  if (blocked) throw new PlainFailure(blocked)
  const hub = await startDemoHub()
  say(`- The hub answers at ${hub.url} (log: ${hub.logFile})`)
  say(`- Opening the console on Electron ${electron.version} (${electron.source}). Ctrl-C ends everything.`)
  let isOpen = true
  void hub.exited.then(code => {
    if (isOpen && !isEnding()) say(`- The hub ended with code ${code}; the console goes on offline.`)
  })
  const args = process.argv.slice(2).filter(argument => argument !== FLOOR)
  if (process.argv.includes(FLOOR)) {
    const floor = startDemoFloor(hub)
    say(`- Simulated agents are at work (log: ${floor.logFile})`)
    void floor.exited.then(code => {
      if (isOpen && !isEnding()) say(`- The simulated agents stopped with code ${code}.`)
    })
  }
  const { code, trouble } = await runConsole({
    electron,
    env: { ...env, TANDEM_DEMO_FILE: hub.readyFile },
    args,
  })
  isOpen = false
  if (isEnding()) return say('Ending the console, the hub and its database.')
  if (code !== 0) throw new PlainFailure(`The console ended with code ${code}.${trouble && `\n${trouble}`}`)
  say('The console was closed; the hub ends with it.')
})
