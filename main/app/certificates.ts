import { readFile, stat } from 'node:fs/promises'
import tls from 'node:tls'

/** Where Linux systems keep the certificates they trust, most common first. */
const LINUX_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/cert.pem',
]
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

export const certificatesIn = (text: string): readonly string[] => text.match(PEM) ?? []

/** Node 24's way to the stores of Windows and macOS; older runtimes lack it. */
type SystemStore = { readonly getCACertificates?: (type: 'system') => string[] }

export type CertificateSource = {
  /** Every certificate the system trusts, PEM, each once. Reads files again only when they changed. */
  readonly read: () => Promise<readonly string[]>
}

/** `extraFiles`: what NODE_EXTRA_CA_CERTS and SSL_CERT_FILE name. */
export function certificateSource(platform: string, extraFiles: readonly string[]): CertificateSource {
  const bundles = platform === 'linux' ? LINUX_BUNDLES : []
  const cached = new Map<string, { readonly stamp: string; readonly found: readonly string[] }>()
  let fromSystem: readonly string[] | null = null

  const readCached = async (path: string): Promise<readonly string[]> => {
    const stamp = await stampOf(path)
    if (stamp === null) return []
    const known = cached.get(path)
    if (known?.stamp === stamp) return known.found
    const found = certificatesIn(await readFile(path, 'utf8').catch(() => ''))
    cached.set(path, { stamp, found })
    return found
  }
  return {
    read: async () => {
      fromSystem ??= platform === 'linux' ? [] : systemStore()
      const bundle = await firstExisting(bundles)
      const files = bundle === null ? extraFiles : [bundle, ...extraFiles]
      const lists = await Promise.all(files.map(readCached))
      return [...new Set([...fromSystem, ...lists.flat()])]
    },
  }
}

function systemStore(): readonly string[] {
  try {
    return (tls as SystemStore).getCACertificates?.('system') ?? []
  } catch {
    return []
  }
}

async function firstExisting(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if ((await stampOf(path)) !== null) return path
  return null
}

async function stampOf(path: string): Promise<string | null> {
  try {
    const { mtimeMs, size, ino } = await stat(path)
    return `${mtimeMs} ${size} ${ino}`
  } catch {
    return null
  }
}
