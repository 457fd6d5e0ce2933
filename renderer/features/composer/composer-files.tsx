import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FileChip, ProgramsAlong } from '../../components/file-chip.tsx'
import type { ComposerFile } from '../../stores/composer-store.ts'
import classes from './composer.module.css'

type ComposerFilesProps = {
  readonly files: readonly ComposerFile[]
  readonly onChange: (files: readonly ComposerFile[]) => void
}

/** Files that go along. */
export function ComposerFiles({ files, onChange }: ComposerFilesProps) {
  const { t } = useTranslation()
  if (files.length === 0) return null
  return (
    <div className={classes['files']}>
      {files.map(file => (
        <span key={file.id} className={classes['person']}>
          <FileChip file={file} />
          {file.sha256 === null && (
            <progress
              className={classes['progress']}
              max={1}
              value={file.progress ?? 0}
              aria-label={t('composer.keepingFile', { name: file.fileName })}
            />
          )}
          <button
            type="button"
            aria-label={t('composer.removeFile', { name: file.fileName })}
            onClick={() => onChange(files.filter(each => each.id !== file.id))}
          >
            <IconX aria-hidden />
          </button>
        </span>
      ))}
      <ProgramsAlong files={files} />
    </div>
  )
}
