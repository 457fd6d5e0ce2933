import { IconMinus, IconPlus, IconSquarePlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { middleBox } from '../../../../shared/rules/redaction/boxes.ts'
import type { Box } from '../../../../shared/rules/redaction/boxes.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { showNotice } from '../../../data/toasts.ts'
import type { ShownFile } from '../file-viewer.tsx'
import classes from '../file-viewer.module.css'
import { BoxLayer } from './box-layer.tsx'
import { keepCopy } from './keep-copy.ts'
import { redactedPicture } from './redacted-picture.ts'
import { ViewerFoot } from './viewer-foot.tsx'

type PictureViewProps = {
  readonly file: ShownFile
  readonly address: string
  readonly onClose: () => void
}

const STEPS = [1, 1.5, 2, 3, 5] as const

function useZoom() {
  const [step, setStep] = useState(0)
  const last = STEPS.length - 1
  return {
    zoom: STEPS[step] ?? 1,
    isLeast: step === 0,
    isMost: step === last,
    by: (steps: number): void => setStep(at => Math.min(last, Math.max(0, at + steps))),
    toggle: (): void => setStep(at => (at === 0 ? 2 : 0)),
  }
}

/** A picture up to five times as large, and boxes over what nobody shall see, drawn into a copy. */
export function PictureView({ file, address, onClose }: PictureViewProps) {
  const { t } = useTranslation()
  const zoom = useZoom()
  const image = useRef<HTMLImageElement>(null)
  const [boxes, setBoxes] = useState<readonly Box[] | null>(null)
  const keep = async (): Promise<void> => {
    const bytes = image.current && boxes && (await redactedPicture(image.current, boxes))
    if (!bytes) return showNotice(t('viewer.notMade'))
    if (await keepCopy(file, { bytes, mediaType: 'image/png', ending: '.png' })) onClose()
  }
  const addBox = (): void => {
    if (!image.current || !boxes) return
    const { naturalWidth: width, naturalHeight: height } = image.current
    setBoxes([...boxes, middleBox({ width, height })])
  }
  return (
    <>
      {boxes && (
        <p className={classes['hint']}>
          {t('viewer.drawHow')} {t('viewer.redactHow')}
        </p>
      )}
      <div
        className={classes['picture']}
        tabIndex={0}
        onKeyDown={event => {
          if (event.key === '+') zoom.by(1)
          if (event.key === '-') zoom.by(-1)
        }}
      >
        <div
          className={classes['sheet']}
          style={zoom.zoom === 1 ? undefined : { width: `${zoom.zoom * 100}%` }}
        >
          <img
            ref={image}
            src={address}
            alt={file.name}
            draggable={false}
            style={zoom.zoom === 1 ? undefined : { maxWidth: 'none', maxHeight: 'none', width: '100%' }}
            onDoubleClick={() => boxes ?? zoom.toggle()}
          />
          {boxes && <BoxLayer image={image} boxes={boxes} onChange={setBoxes} />}
        </div>
      </div>
      <ViewerFoot
        file={file}
        isRedacting={boxes !== null}
        onRedact={isOn => setBoxes(isOn ? [] : null)}
        onKeep={boxes && boxes.length > 0 ? () => void keep() : null}
      >
        <ZoomButtons zoom={zoom} />
        {boxes && <IconButton label={t('viewer.addBox')} icon={<IconSquarePlus />} onClick={addBox} />}
      </ViewerFoot>
    </>
  )
}

function ZoomButtons({ zoom }: { readonly zoom: ReturnType<typeof useZoom> }) {
  const { t } = useTranslation()
  return (
    <>
      <IconButton
        label={t('ticket.zoomOut')}
        icon={<IconMinus />}
        disabled={zoom.isLeast}
        onClick={() => zoom.by(-1)}
      />
      <span className={classes['zoom']}>{t('ticket.zoom', { percent: zoom.zoom * 100 })}</span>
      <IconButton
        label={t('ticket.zoomIn')}
        icon={<IconPlus />}
        disabled={zoom.isMost}
        onClick={() => zoom.by(1)}
      />
    </>
  )
}
