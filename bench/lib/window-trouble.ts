import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { presentElectron } from '../../scripts/lib/electron-runtime.mjs'
import { lacksDisplay } from '../../scripts/lib/xvfb.mjs'
import type { Need } from './leg.ts'

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** Why this machine lacks what a row needs, in words for the reader of the table; null when it has it. */
export function troubleWith(need: Need): string | null {
  switch (need) {
    case 'linux':
      return process.platform === 'linux'
        ? null
        : 'what processes use is read from /proc, which only Linux has'
    case 'window':
      if (presentElectron() === null)
        return 'there is no Electron on this machine yet: `npm run smoke` fetches it'
      return lacksDisplay() && !isOnPath('Xvfb')
        ? 'this machine has no display, and no Xvfb to stand in for one'
        : null
  }
}
