import { colours } from '../colours.ts'
import { digits } from './digits.ts'
import { disc, paint, ring } from './shapes.ts'
import type { Layer } from './shapes.ts'
import type { Pixels } from './png.ts'

export type TrayMark = 'online' | 'offline' | 'attention'

const RING = [0.19, 0.29] as const
/** Two rings that meet, as in the logo: service left, support right and behind. */
const rings = (service: string, support: string): readonly Layer[] => [
  { shape: ring(0.68, 0.5, RING), colour: support },
  { shape: ring(0.32, 0.5, RING), colour: service },
]

/** The mark beside the clock; a dot says what it would be opened for. One colour only where the system paints it. */
export function trayMark(mark: TrayMark, size: number, isTemplate: boolean): Pixels {
  const { service, support, warning, bad, ink } = colours
  const layers = isTemplate ? rings(ink, ink) : rings(service, support)
  if (mark === 'online') return paint(size, layers)
  const colour = isTemplate ? ink : mark === 'attention' ? bad : warning
  return paint(size, [...layers, { shape: disc(0.8, 0.8, 0.2), colour }])
}

const MOST = 9

/** The count laid over the taskbar's icon on Windows. */
export function countMark(count: number, size: number): Pixels {
  const text = count > MOST ? `${MOST}+` : String(count)
  return paint(size, [
    { shape: disc(0.5, 0.5, 0.5), colour: colours.bad },
    { shape: digits(text, text.length > 1 ? 0.5 : 0.6), colour: colours.onBad },
  ])
}
