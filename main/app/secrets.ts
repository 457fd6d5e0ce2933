import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { AppError, ErrorCode } from '../../shared/errors.ts'

/** The system's own safe for secrets. */
export type Keychain = {
  readonly isAvailable: () => Promise<boolean>
  readonly encrypt: (text: string) => Promise<Uint8Array>
  readonly decrypt: (bytes: Uint8Array) => Promise<string>
}

const Entry = z.object({ kind: z.enum(['keychain', 'plain']), data: z.string() })
const Entries = z.record(z.string(), Entry)
type Entries = z.infer<typeof Entries>

/** Only this user can read the file: all there is where the system has no keychain. */
const OWNER_ONLY = 0o600

/**
 * Database keys and tokens, encrypted with a key of the system's keychain; where there is none, in a file that
 * only this user can read. Losing an entry can lose unsent work, so a file that cannot be read is an error,
 * never an empty answer.
 */
export class Secrets {
  readonly #path: string
  readonly #keychain: Keychain
  /** One write after another: two at once would lose the first. */
  #writes: Promise<unknown> = Promise.resolve()

  constructor(path: string, keychain: Keychain) {
    this.#path = path
    this.#keychain = keychain
  }

  hasKeychain(): Promise<boolean> {
    return this.#keychain.isAvailable()
  }

  async get(name: string): Promise<string | null> {
    await this.#writes
    const entry = (await this.#read())[name]
    if (!entry) return null
    if (entry.kind === 'keychain') return this.#decrypt(entry.data)
    const text = Buffer.from(entry.data, 'base64').toString('utf8')
    // A keychain that has appeared since takes over what had to be kept without one.
    if (await this.hasKeychain()) await this.set(name, text)
    return text
  }

  async set(name: string, text: string): Promise<void> {
    const entry = await this.#encrypt(text)
    await this.#change(entries => ({ ...entries, [name]: entry }))
  }

  async delete(name: string): Promise<void> {
    await this.#change(entries => Object.fromEntries(Object.entries(entries).filter(([key]) => key !== name)))
  }

  /** Settles when everything set so far stands on the disk. */
  async settled(): Promise<void> {
    await this.#writes
  }

  async #encrypt(text: string): Promise<z.infer<typeof Entry>> {
    if (!(await this.hasKeychain()))
      return { kind: 'plain', data: Buffer.from(text, 'utf8').toString('base64') }
    return { kind: 'keychain', data: Buffer.from(await this.#keychain.encrypt(text)).toString('base64') }
  }

  async #decrypt(data: string): Promise<string> {
    try {
      return await this.#keychain.decrypt(Buffer.from(data, 'base64'))
    } catch {
      throw new AppError(ErrorCode.NoKeychain, 'The keychain does not open this secret')
    }
  }

  #change(change: (entries: Entries) => Entries): Promise<void> {
    const write = this.#writes.then(async () =>
      writeDurably(this.#path, JSON.stringify(change(await this.#read()))),
    )
    this.#writes = write.catch(() => {})
    return write
  }

  async #read(): Promise<Entries> {
    try {
      return Entries.parse(JSON.parse(await readFile(this.#path, 'utf8')))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
      throw new AppError(ErrorCode.NoKeychain, 'The file of secrets cannot be read')
    }
  }
}

/** Written beside, flushed, renamed: after a power cut there is the old file or the new one, whole. */
async function writeDurably(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.new`
  const file = await open(beside, 'w', OWNER_ONLY)
  try {
    await file.chmod(OWNER_ONLY)
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
  await syncFolder(dirname(path))
}

/** The new name is on the disk too: what is locked with a key that is in it may be written from here on. */
async function syncFolder(path: string): Promise<void> {
  // Windows syncs no folders; its journal keeps renames in order.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
