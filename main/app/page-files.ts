import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { PAGE_HEADERS } from './headers.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** Maps an address below our origin to a file of the bundle; null for anything that is not one. */
export function filePathOf(folder: string, pathname: string): string | null {
  const path = decode(pathname)
  // Refused as written, not only where it leads: `..` and backslashes have no business in our own addresses.
  if (path === null || /[\\\0]|(^|\/)\.\.?(\/|$)/.test(path) || !(extname(path) in TYPES)) return null
  const file = join(folder, path)
  return file.startsWith(folder + sep) ? file : null
}

/** Answers requests for the window's own files, always with the security headers. */
export async function servePageFile(
  folder: string,
  request: { url: string; method: string },
): Promise<Response> {
  const file = request.method === 'GET' ? filePathOf(folder, new URL(request.url).pathname) : null
  const content = file === null ? null : await readFile(file).catch(() => null)
  if (file === null || content === null) return new Response(null, { status: 404, headers: PAGE_HEADERS })
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  return new Response(new Uint8Array(content), { headers: { ...PAGE_HEADERS, 'content-type': type } })
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
