import { join } from 'node:path'

/** better-sqlite3 13 is an addon of this Node-API version; an older runtime ends without a word when it loads it. */
const NEEDED_NAPI = 10

export type Host =
  | { readonly kind: 'utility' }
  | { readonly kind: 'fork'; readonly nodePath: string }
  | { readonly kind: 'none' }
export type HostFacts = {
  readonly napi: number
  readonly platform: string
  readonly resourcesPath: string
  readonly appPath: string
  readonly exists: (path: string) => boolean
}

/** Where the data process runs: inside Electron where its Node can, else under a Node 24 that lies beside the app. */
export function chooseHost({ napi, platform, resourcesPath, appPath, exists }: HostFacts): Host {
  if (napi >= NEEDED_NAPI) return { kind: 'utility' }
  const file = platform === 'win32' ? 'node.exe' : 'node'
  const candidates = [join(resourcesPath, file), join(appPath, 'node_modules', 'node', 'bin', file)]
  const nodePath = candidates.find(exists)
  return nodePath === undefined ? { kind: 'none' } : { kind: 'fork', nodePath }
}
