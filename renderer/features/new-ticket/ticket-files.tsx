import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FileChip, ProgramsAlong } from '../../components/file-chip.tsx'
import { FileChooser } from '../../components/file-chooser.tsx'
import type { ComposerFile } from '../../stores/composer-store.ts'
import classes from './new-ticket.module.css'

type TicketFilesProps = {
  readonly files: readonly ComposerFile[]
  readonly onAdd: (files: readonly File[]) => void
  readonly onRemove: (id: string) => void
}

/** Files that go along, and the way to choose more. */
export function TicketFiles({ files, onAdd, onRemove }: TicketFilesProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className={classes['files']} role="group" aria-label={t('newTicket.attachments')}>
      <button type="button" className={classes['attach']} onClick={() => input.current?.click()}>
        <IconPaperclip aria-hidden />
        {t('newTicket.attach')}
      </button>
      <FileChooser inputRef={input} onFiles={onAdd} />
      {files.map(file => (
        <span key={file.id} className={classes['file']}>
          <FileChip file={file} />
          <button
            type="button"
            aria-label={t('composer.removeFile', { name: file.fileName })}
            onClick={() => onRemove(file.id)}
          >
            <IconX aria-hidden />
          </button>
        </span>
      ))}
      <ProgramsAlong files={files} />
    </div>
  )
}
