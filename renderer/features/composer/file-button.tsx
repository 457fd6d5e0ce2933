import { useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FileChooser } from '../../components/file-chooser.tsx'
import { IconButton } from '../../components/icon-button.tsx'

type FileButtonProps = { readonly icon: ReactNode; readonly onFiles: (files: readonly File[]) => void }

export function FileButton({ icon, onFiles }: FileButtonProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton label={t('composer.attach')} icon={icon} onClick={() => input.current?.click()} />
      <FileChooser inputRef={input} onFiles={onFiles} />
    </>
  )
}
