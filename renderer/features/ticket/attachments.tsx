import { IconAlertTriangle, IconFile, IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import type { Attachment } from '../../../shared/domain/tickets.ts'
import { act } from '../../data/use-action.ts'
import { showNotice } from '../../data/toasts.ts'
import { dataAddress } from '../../lib/data-address.ts'
import { isRisky, saveFile } from '../../lib/files.ts'
import { fileSize } from '../../lib/format.ts'
import classes from './item.module.css'

type Shown =
  | { readonly name: string; readonly image: string }
  | { readonly name: string; readonly text: string }

const VIEWABLE_TEXT = /^(?:text\/|application\/json)/u
const VIEWABLE_IMAGE = /^image\/(?:png|jpeg|gif|webp|bmp|avif)$/u

/** Files that came along: pictures and texts open here, the rest is saved, programs only with a warning. */
export function Attachments({ attachments }: { readonly attachments: readonly Attachment[] }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Shown | null>(null)
  const open = async (attachment: Attachment): Promise<void> => {
    const file = await act('attachments.read', { attachmentId: attachment.id })
    if (!file) return
    if (file.state === 'not-here') return showNotice(t(`ticket.fileNotHere.${file.reason}`))
    const name = attachment.fileName
    if (VIEWABLE_IMAGE.test(file.mediaType))
      setShown({ name, image: await dataAddress(file.bytes, file.mediaType) })
    else if (VIEWABLE_TEXT.test(file.mediaType))
      setShown({ name, text: new TextDecoder().decode(file.bytes) })
    else saveFile(name, file.bytes)
  }
  if (attachments.length === 0) return null
  return (
    <div className={classes['files']}>
      {attachments.map(attachment => (
        <button
          key={attachment.id}
          type="button"
          className={classes['file']}
          title={isRisky(attachment.fileName) ? t('ticket.fileIsProgram') : attachment.fileName}
          onClick={() => void open(attachment)}
        >
          <FileIcon attachment={attachment} />
          <span dir="auto">{attachment.fileName}</span>
          <span>{fileSize(attachment.sizeBytes)}</span>
        </button>
      ))}
      <Dialog opened={shown !== null} onClose={() => setShown(null)} title={shown?.name} size="xl">
        <div className={classes['viewer']}>
          {shown &&
            ('image' in shown ? (
              <img src={shown.image} alt={shown.name} />
            ) : (
              <pre data-text>{shown.text}</pre>
            ))}
        </div>
      </Dialog>
    </div>
  )
}

function FileIcon({ attachment }: { readonly attachment: Attachment }) {
  if (isRisky(attachment.fileName)) return <IconAlertTriangle aria-hidden />
  return VIEWABLE_IMAGE.test(attachment.mediaType) ? <IconPhoto aria-hidden /> : <IconFile aria-hidden />
}
