import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import { chooseHost } from './choose-host.ts'
import type { DataChild } from './data-child.ts'
import { forkChild } from './fork-child.ts'
import { utilityChild } from './utility-child.ts'

/** Starts the data process where this runtime can run it. The only place that knows which way was chosen. */
export function startDataChild(): DataChild {
  const appPath = app.getAppPath()
  // A plain Node cannot read inside the archive, so the script always lies beside it.
  const script = join(appPath, 'dist', 'data', 'entry.cjs').replace('app.asar', 'app.asar.unpacked')
  const host = chooseHost({
    napi: Number(process.versions['napi'] ?? 0),
    platform: process.platform,
    resourcesPath: process.resourcesPath,
    appPath,
    exists: existsSync,
  })
  switch (host.kind) {
    case 'utility':
      return utilityChild(script)
    case 'fork':
      return forkChild(script, host.nodePath)
    case 'none':
      throw new AppError(
        ErrorCode.DataUnavailable,
        'No Node that can run the database was found beside the app',
      )
  }
}
