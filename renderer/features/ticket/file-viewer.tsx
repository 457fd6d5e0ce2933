import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { saveFile } from '../../lib/files.ts'
import classes from './file-viewer.module.css'
import { LogView } from './file-viewer/log-view.tsx'
import { PictureView } from './file-viewer/picture-view.tsx'

export type ShownFile = {
  readonly name: string
  readonly ticketId: string
  readonly bytes: Uint8Array
  readonly content:
    | { readonly type: 'image'; readonly address: string }
    | { readonly type: 'text'; readonly text: string }
    /** Might run as a program: saved only when asked for twice, never opened from here. */
    | { readonly type: 'risky' }
}
type FileViewerProps = { readonly file: ShownFile | null; readonly onClose: () => void }

/** Looks at a picture or a text without leaving the conversation, and warns of what could run. */
export function FileViewer({ file, onClose }: FileViewerProps) {
  return (
    <Dialog opened={file !== null} onClose={onClose} title={file?.name} size={980}>
      {file?.content.type === 'image' && (
        <PictureView file={file} address={file.content.address} onClose={onClose} />
      )}
      {file?.content.type === 'text' && <LogView file={file} text={file.content.text} onClose={onClose} />}
      {file?.content.type === 'risky' && <Risky file={file} onClose={onClose} />}
    </Dialog>
  )
}

function Risky({ file, onClose }: { readonly file: ShownFile; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <p className={classes['warning']} role="alert">
        {t('ticket.fileIsProgram')} {t('ticket.fileNeverOpened')}
      </p>
      <Group justify="flex-end" mt={16}>
        <Button
          variant="default"
          onClick={() => {
            saveFile(file.name, file.bytes)
            onClose()
          }}
        >
          {t('ticket.saveAnyway')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('ticket.leaveIt')}
        </Button>
      </Group>
    </>
  )
}
