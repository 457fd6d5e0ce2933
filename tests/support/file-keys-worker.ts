import { createDatabase } from '../../main/data/db/write.ts'
import { close, openWriter } from '../../main/data/db/open.ts'
import { blobStoreIn } from './places-files.ts'
import { join } from 'node:path'

// Replaces the keys of the files below the folder given and ends. Started as a process that is killed in the middle.

const [folder = '', key = ''] = process.argv.slice(2)

async function turn(): Promise<void> {
  const db = openWriter({ path: join(folder, 'tandem.db'), key })
  try {
    await blobStoreIn(
      folder,
      createDatabase(db, () => {}),
    ).turnKeys(async () => true)
  } finally {
    close(db)
  }
}

turn().catch(() => {
  process.exitCode = 1
})
