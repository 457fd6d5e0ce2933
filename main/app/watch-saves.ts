import { session } from 'electron'

/** Says of files that were to be saved and could not be written. Who changes their mind in the dialog is told nothing. */
export function watchSaves(failed: (fileName: string) => void): void {
  session.defaultSession.on('will-download', (_event, item) => {
    item.once('done', (_done, state) => {
      if (state === 'interrupted') failed(item.getFilename())
    })
  })
}
