import { Button, Group } from '@mantine/core'
import { IconDownload, IconEyeOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../../../lib/files.ts'
import type { ShownFile } from '../file-viewer.tsx'

type ViewerFootProps = {
  readonly file: ShownFile
  readonly isRedacting: boolean
  readonly onRedact: (isRedacting: boolean) => void
  /** Keeps the copy; null while there is nothing to hide. */
  readonly onKeep: (() => void) | null
  readonly children?: ReactNode
}

/** What can be done with a file that is looked at. */
export function ViewerFoot({ file, isRedacting, onRedact, onKeep, children }: ViewerFootProps) {
  const { t } = useTranslation()
  return (
    <Group justify="space-between" mt={12} wrap="nowrap">
      <Group gap={4}>{children}</Group>
      <Group gap={8} wrap="nowrap">
        <Button
          variant="default"
          leftSection={<IconEyeOff size={15} aria-hidden />}
          onClick={() => onRedact(!isRedacting)}
        >
          {t(isRedacting ? 'viewer.leave' : 'viewer.redact')}
        </Button>
        {isRedacting ? (
          <Button disabled={onKeep === null} onClick={() => onKeep?.()}>
            {t('viewer.save')}
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
            onClick={() => saveFile(file.name, file.bytes)}
          >
            {t('ticket.saveCopy')}
          </Button>
        )}
      </Group>
    </Group>
  )
}
