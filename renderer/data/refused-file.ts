import i18next from 'i18next'
import { BLOB_LIMIT_BYTES } from '../../shared/protocol/version.ts'
import { fileSize } from '../lib/format.ts'

/** As many as a message may carry. */
const MOST = 100

/** Why a file cannot go along with so many others; null when it can. */
export function refusedFile({ name, size }: Pick<File, 'name' | 'size'>, others: number): string | null {
  if (size > BLOB_LIMIT_BYTES)
    return i18next.t('composer.fileTooLarge', {
      name,
      size: fileSize(size),
      most: fileSize(BLOB_LIMIT_BYTES),
    })
  if (size === 0) return i18next.t('composer.fileEmpty', { name })
  return others >= MOST ? i18next.t('composer.tooManyFiles', { most: MOST }) : null
}
