import { IconAlertTriangle, IconFile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isRisky } from '../lib/files.ts'
import { fileSize } from '../lib/format.ts'
import { Chip } from './chip.tsx'
import classes from './file-chip.module.css'

type FileAlong = {
  readonly fileName: string
  readonly sizeBytes: number
  /** Null while it is still being kept on this laptop. */
  readonly sha256: string | null
}

/** A file that goes along with what is being written. */
export function FileChip({ file: { fileName, sizeBytes, sha256 } }: { readonly file: FileAlong }) {
  const { t } = useTranslation()
  const isWarned = isRisky(fileName)
  return (
    <Chip
      tone={isWarned ? 'warning' : 'plain'}
      icon={isWarned ? <IconAlertTriangle aria-hidden /> : <IconFile aria-hidden />}
      title={fileName}
    >
      <bdi>{fileName}</bdi> · {sha256 === null ? t('composer.keeping') : fileSize(sizeBytes)}
    </Chip>
  )
}

/** Says before anything leaves that a file among them can run as a program. */
export function ProgramsAlong({ files }: { readonly files: readonly FileAlong[] }) {
  const { t } = useTranslation()
  const count = files.filter(({ fileName }) => isRisky(fileName)).length
  if (count === 0) return null
  return (
    <p className={classes['programs']} role="status">
      {t('composer.programs', { count })}
    </p>
  )
}
