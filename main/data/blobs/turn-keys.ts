import type { BlobRecords } from '../db/store-blobs.ts'
import type { BlobFiles } from './blob-files.ts'
import type { OneByOne } from './one-by-one.ts'
import { openSealed, seal } from './seal.ts'

export type TurnDeps = {
  readonly records: BlobRecords
  readonly files: BlobFiles
  readonly inOrder: OneByOne
  readonly newKey: () => Uint8Array
  /** Asked between two files; false: no more for now. */
  readonly mayGoOn: () => Promise<boolean>
}
type File = { readonly sha256: string; readonly owner: string }

/** Whether the older key is not needed for the file any more. */
async function sealAnew({ records, files }: TurnDeps, file: File): Promise<boolean> {
  const [next, ...older] = records.keysOf(file.owner) ?? []
  const sealed = next && (await files.read(file))
  if (!next || !sealed || openSealed(next, sealed)) return true
  for (const key of older) {
    const content = openSealed(key, sealed)
    if (!content) continue
    await files.write(file, seal(next, content))
    return true
  }
  if (!records.find(file.sha256, file.owner)?.isUploaded) return false
  // Damaged, and the hub has it: it is fetched again when somebody wants it.
  await files.remove(file)
  records.forget(file.sha256, file.owner)
  return true
}

/** Files that no record names, and unfinished ones: the end of a process left them, and the older key would open them. */
async function removeUnknown({ records, files }: TurnDeps, owner: string): Promise<void> {
  const known = new Set(records.filesOf(owner))
  for (const name of await files.list(owner)) if (!known.has(name)) await files.removeNamed(owner, name)
}

/** False: it ended before its end. A damaged file that only this laptop has keeps the older key here: it may be mended. */
async function turnOwner(deps: TurnDeps, owner: string): Promise<boolean> {
  const { records, files, inOrder, mayGoOn } = deps
  let isWhole = true
  // Behind what began before there were two keys: from here on whatever comes is sealed with the newer one.
  for (const sha256 of await inOrder(owner, async () => records.filesOf(owner))) {
    if (!(await mayGoOn())) return false
    isWhole = (await inOrder(owner, () => sealAnew(deps, { sha256, owner }))) && isWhole
  }
  if (!(await mayGoOn())) return false
  await inOrder(owner, async () => {
    await removeUnknown(deps, owner)
    await files.syncNames(owner)
    if (isWhole) records.endTurn(owner)
  })
  return true
}

async function turnOwners(deps: TurnDeps): Promise<boolean> {
  for (const owner of deps.records.turning()) if (!(await turnOwner(deps, owner))) return false
  return true
}

/**
 * How the keys of files are replaced, so that no file is ever without its key, wherever this ends:
 *
 *   old ──both kept durably──> old and next ──each file sealed anew──> old and next ──names on the disk──> next
 *
 * What was cut off before is ended first: its newer keys are as old as the key the database had then.
 */
export async function turnKeys(deps: TurnDeps): Promise<void> {
  if (!(await turnOwners(deps))) return
  deps.records.beginTurn(deps.newKey)
  await turnOwners(deps)
}
