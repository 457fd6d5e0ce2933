import { IconAlertTriangle, IconFile, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../shared/domain/tickets.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { act } from '../../data/use-action.ts'
import { showNotice } from '../../data/toasts.ts'
import { cx } from '../../lib/cx.ts'
import { dataAddress } from '../../lib/data-address.ts'
import { isRisky, saveFile } from '../../lib/files.ts'
import { fileSize } from '../../lib/format.ts'
import { FileViewer } from './file-viewer.tsx'
import type { ShownFile } from './file-viewer.tsx'
import classes from './item.module.css'
import { Thumb, THUMB_LIMIT_BYTES } from './thumb.tsx'

const VIEWABLE_TEXT = /^(?:text\/|application\/(?:json|xml|x-ndjson|x-yaml|x-log))/u
/** Logs come as anything; their names say what they are. */
const TEXT_NAME = /\.(?:log|txt|csv|json|ndjson|xml|ya?ml|ini|conf|cfg|out|err|trace)(?:\.\d+)?$/iu
const VIEWABLE_IMAGE = /^image\/(?:png|jpeg|gif|webp|bmp|avif)$/u
/** A longer log is for an editor, not for a dialog: all of it lies in memory while it is looked at. */
const LONGEST_TEXT = 100_000_000

type FileBytes = { readonly bytes: Uint8Array; readonly mediaType: string }

/** How a file is looked at here; null when it is only saved. */
async function contentOf(
  name: string,
  { bytes, mediaType }: FileBytes,
): Promise<ShownFile['content'] | null> {
  if (isRisky(name)) return { type: 'risky' }
  if (VIEWABLE_IMAGE.test(mediaType)) return { type: 'image', address: await dataAddress(bytes, mediaType) }
  const isText = VIEWABLE_TEXT.test(mediaType) || TEXT_NAME.test(name)
  if (isText && bytes.byteLength <= LONGEST_TEXT)
    return { type: 'text', text: new TextDecoder().decode(bytes) }
  return null
}

const hasThumb = ({ fileName, mediaType, sizeBytes }: Attachment): boolean =>
  VIEWABLE_IMAGE.test(mediaType) && sizeBytes <= THUMB_LIMIT_BYTES && !isRisky(fileName)

type AttachmentsProps = {
  readonly attachments: readonly Attachment[]
  /** Left out: none of them can be taken out. */
  readonly onLeaveOut?: (attachmentId: string) => void
}

/** Files that came along: pictures and texts open here, the rest is saved, programs only after a warning. */
export function Attachments({ attachments, onLeaveOut }: AttachmentsProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<ShownFile | null>(null)
  const open = async (attachment: Attachment): Promise<void> => {
    const file = await act('attachments.read', { attachmentId: attachment.id })
    if (!file) return
    if (file.state === 'not-here') return showNotice(t(`ticket.fileNotHere.${file.reason}`))
    const name = attachment.fileName
    const content = await contentOf(name, file)
    if (content === null) saveFile(name, file.bytes)
    else setShown({ name, ticketId: attachment.ticketId, bytes: file.bytes, content })
  }
  if (attachments.length === 0) return null
  return (
    <div className={classes['files']}>
      {attachments.map(attachment => (
        <span key={attachment.id} className={classes['fileAlong']}>
          <FileEntry attachment={attachment} onOpen={() => void open(attachment)} />
          {onLeaveOut && (
            <IconButton
              label={t('composer.removeFile', { name: attachment.fileName })}
              icon={<IconX />}
              onClick={() => onLeaveOut(attachment.id)}
            />
          )}
        </span>
      ))}
      <FileViewer file={shown} onClose={() => setShown(null)} />
    </div>
  )
}

type FileEntryProps = { readonly attachment: Attachment; readonly onOpen: () => void }

function FileEntry({ attachment, onOpen }: FileEntryProps) {
  const { t } = useTranslation()
  const isWarned = isRisky(attachment.fileName)
  const isPicture = hasThumb(attachment)
  return (
    <button
      type="button"
      className={cx(classes['file'], isPicture && classes['pictureFile'])}
      data-risky={isWarned || undefined}
      title={isWarned ? t('ticket.fileIsProgram') : attachment.fileName}
      onClick={onOpen}
    >
      {isPicture ? <Thumb attachment={attachment} /> : <FileIcon isWarned={isWarned} />}
      <span className={classes['fileName']}>
        <span dir="auto">{attachment.fileName}</span>
        <span>{fileSize(attachment.sizeBytes)}</span>
      </span>
    </button>
  )
}

const FileIcon = ({ isWarned }: { readonly isWarned: boolean }) =>
  isWarned ? <IconAlertTriangle aria-hidden /> : <IconFile aria-hidden />
