import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checksumList, signList } from './checksums.mjs'
import { RELEASE_KEY } from './signing.mjs'

/**
 * Lists the installers with their checksums and signs the list.
 * @param {import('electron-builder').BuildResult} result
 * @returns {Promise<string[]>} what is to be passed on beside the installers
 */
export async function afterAllArtifactBuild({ outDir, artifactPaths, configuration }) {
  const files = artifactPaths.filter(path => statSync(path).isFile())
  if (files.length === 0) return []
  const list = await checksumList(files)
  const listFile = join(outDir, 'SHA256SUMS')
  writeFileSync(listFile, list)
  const key = process.env[RELEASE_KEY]
  if (!key) {
    if (configuration.forceCodeSigning === true)
      throw new Error(`Nothing signs the checksums: set ${RELEASE_KEY}`)
    return [listFile]
  }
  writeFileSync(`${listFile}.sig`, signList(list, key))
  return [listFile, `${listFile}.sig`]
}
