import { Button, Group } from '@mantine/core'
import { IconDownload, IconMinus, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { saveFile } from '../../lib/files.ts'
import classes from './file-viewer.module.css'

export type ShownFile = {
  readonly name: string
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
    <Dialog opened={file !== null} onClose={onClose} title={file?.name} size="xl">
      {file?.content.type === 'image' && <Picture file={file} address={file.content.address} />}
      {file?.content.type === 'text' && (
        <>
          <pre className={classes['text']} tabIndex={0} dir="auto" data-text>
            {file.content.text}
          </pre>
          <Save file={file} />
        </>
      )}
      {file?.content.type === 'risky' && <Risky file={file} onClose={onClose} />}
    </Dialog>
  )
}

function Save({ file }: { readonly file: ShownFile }) {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end" mt={12}>
      <Button
        variant="default"
        leftSection={<IconDownload size={15} aria-hidden />}
        onClick={() => saveFile(file.name, file.bytes)}
      >
        {t('ticket.saveCopy')}
      </Button>
    </Group>
  )
}

const STEPS = [1, 1.5, 2, 3, 5] as const

function Picture({ file, address }: { readonly file: ShownFile; readonly address: string }) {
  const { t } = useTranslation()
  const [step, setStep] = useState(0)
  const zoom = STEPS[step] ?? 1
  const last = STEPS.length - 1
  return (
    <>
      <div
        className={classes['picture']}
        tabIndex={0}
        onKeyDown={event => {
          if (event.key === '+') setStep(at => Math.min(last, at + 1))
          if (event.key === '-') setStep(at => Math.max(0, at - 1))
        }}
      >
        <img
          src={address}
          alt={file.name}
          style={zoom === 1 ? undefined : { maxWidth: 'none', maxHeight: 'none', width: `${zoom * 100}%` }}
          onDoubleClick={() => setStep(at => (at === 0 ? 2 : 0))}
        />
      </div>
      <Group justify="space-between" mt={12}>
        <Group gap={4}>
          <IconButton
            label={t('ticket.zoomOut')}
            icon={<IconMinus />}
            disabled={step === 0}
            onClick={() => setStep(step - 1)}
          />
          <span className={classes['zoom']}>{t('ticket.zoom', { percent: zoom * 100 })}</span>
          <IconButton
            label={t('ticket.zoomIn')}
            icon={<IconPlus />}
            disabled={step === last}
            onClick={() => setStep(step + 1)}
          />
        </Group>
        <Save file={file} />
      </Group>
    </>
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
