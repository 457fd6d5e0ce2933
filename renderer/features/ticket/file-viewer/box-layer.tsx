import { useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { boxBetween, moveBox, sizeBox } from '../../../../shared/rules/redaction/boxes.ts'
import type { Box, Point, Size } from '../../../../shared/rules/redaction/boxes.ts'
import classes from '../file-viewer.module.css'

type BoxLayerProps = {
  readonly image: RefObject<HTMLImageElement | null>
  readonly boxes: readonly Box[]
  readonly onChange: (boxes: readonly Box[]) => void
}

/** Of the picture, a key press moves so much. */
const STEP = 0.02

const sizeOf = (image: HTMLImageElement | null): Size => ({
  width: image?.naturalWidth ?? 0,
  height: image?.naturalHeight ?? 0,
})

const share = (part: number, whole: number): string => `${whole === 0 ? 0 : (part / whole) * 100}%`
const placed = ({ x, y, width, height }: Box, size: Size) => ({
  insetInlineStart: share(x, size.width),
  top: share(y, size.height),
  width: share(width, size.width),
  height: share(height, size.height),
})

/** Boxes over the picture: drawn with the pointer, moved and sized by keys. */
export function BoxLayer({ image, boxes, onChange }: BoxLayerProps) {
  const { t } = useTranslation()
  const layer = useRef<HTMLDivElement>(null)
  const { drawn, ...handlers } = useDrawing({ layer, image, onDrawn: box => onChange([...boxes, box]) })
  const size = sizeOf(image.current)
  const put = (index: number, box: Box | null): void =>
    onChange(boxes.flatMap((each, at) => (at === index ? (box ?? []) : each)))
  const onKey = (event: KeyboardEvent, index: number): void => {
    const box = boxes[index]
    const next = box && boxAfter(event, box, size)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    put(index, next)
  }
  return (
    <div ref={layer} className={classes['layer']} dir="ltr" {...handlers}>
      {boxes.map((box, index) => (
        <button
          key={index}
          type="button"
          className={classes['box']}
          style={placed(box, size)}
          aria-label={t('viewer.box', { number: index + 1 })}
          onKeyDown={event => onKey(event, index)}
          onPointerDown={event => event.stopPropagation()}
          onDoubleClick={() => put(index, null)}
        />
      ))}
      {drawn && <span className={classes['box']} style={placed(drawn, size)} />}
    </div>
  )
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** The box after a key; null: it is taken away; undefined: the key means something else. */
function boxAfter({ key, shiftKey }: KeyboardEvent, box: Box, size: Size): Box | null | undefined {
  if (key === 'Delete' || key === 'Backspace') return null
  const way = ARROWS[key]
  if (!way) return undefined
  const by = { x: Math.round(way.x * size.width * STEP), y: Math.round(way.y * size.height * STEP) }
  return shiftKey ? sizeBox(box, by, size) : moveBox(box, by, size)
}

type Drawing = {
  readonly layer: RefObject<HTMLDivElement | null>
  readonly image: RefObject<HTMLImageElement | null>
  readonly onDrawn: (box: Box) => void
}

function useDrawing({ layer, image, onDrawn }: Drawing) {
  const start = useRef<Point | null>(null)
  const [drawn, setDrawn] = useState<Box | null>(null)
  /** Where the pointer is, in the picture's own pixels. */
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const shown = layer.current?.getBoundingClientRect()
    const size = sizeOf(image.current)
    if (!shown || shown.width === 0 || shown.height === 0) return { x: 0, y: 0 }
    return {
      x: ((clientX - shown.left) / shown.width) * size.width,
      y: ((clientY - shown.top) / shown.height) * size.height,
    }
  }
  return {
    drawn,
    onPointerDown: (event: PointerEvent): void => {
      if (event.button !== 0) return
      layer.current?.setPointerCapture(event.pointerId)
      start.current = pointOf(event)
    },
    onPointerMove: (event: PointerEvent): void => {
      if (start.current) setDrawn(boxBetween(start.current, pointOf(event), sizeOf(image.current)))
    },
    onPointerUp: (event: PointerEvent): void => {
      const box = start.current && boxBetween(start.current, pointOf(event), sizeOf(image.current))
      start.current = null
      setDrawn(null)
      if (box) onDrawn(box)
    },
  }
}
