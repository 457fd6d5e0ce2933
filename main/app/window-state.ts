import { z } from 'zod'
import type { StoreFile } from './store-file.ts'

export type Rectangle = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const WindowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
  isMaximized: z.boolean(),
})
export type WindowState = z.infer<typeof WindowState>

export const MIN_SIZE = { width: 640, height: 480 }
const FIRST_SIZE = { width: 1440, height: 900 }
/** So much of the window, px, must lie on a display for it to be found and dragged. */
const MIN_VISIBLE = 120

export const readWindowState = (file: StoreFile, name: string): WindowState | null => {
  const raw = file.read()
  const parsed = WindowState.safeParse((raw as Record<string, unknown> | null)?.[name])
  return parsed.success ? parsed.data : null
}

export const keepWindowState = (file: StoreFile, name: string, state: WindowState): void =>
  file.write({ ...(file.read() as object), [name]: state })

/** Where the window opens: where it was, unless that display is gone; never larger than the display it is on. */
export function placeWindow(remembered: WindowState | null, workAreas: readonly Rectangle[]): Rectangle {
  const first = workAreas[0] ?? { x: 0, y: 0, ...FIRST_SIZE }
  if (remembered === null) return centered(fitSize(FIRST_SIZE, first), first)
  const area = workAreas.find(candidate => isReachable(remembered, candidate))
  if (!area) return centered(fitSize(remembered, first), first)
  const size = fitSize(remembered, area)
  return {
    ...size,
    x: clamp(remembered.x, area.x, area.x + area.width - size.width),
    y: clamp(remembered.y, area.y, area.y + area.height - size.height),
  }
}

type Size = { readonly width: number; readonly height: number }

const fitSize = (wanted: Size, area: Size): Size => ({
  width: Math.min(Math.max(wanted.width, MIN_SIZE.width), area.width),
  height: Math.min(Math.max(wanted.height, MIN_SIZE.height), area.height),
})

const centered = (size: Size, area: Rectangle): Rectangle => ({
  ...size,
  x: area.x + Math.round((area.width - size.width) / 2),
  y: area.y + Math.round((area.height - size.height) / 2),
})

const isReachable = (window: Rectangle, area: Rectangle): boolean =>
  overlap([window.x, window.width], [area.x, area.width]) >= MIN_VISIBLE &&
  overlap([window.y, window.height], [area.y, area.height]) >= MIN_VISIBLE

type Span = readonly [start: number, length: number]
const overlap = (one: Span, other: Span): number =>
  Math.min(one[0] + one[1], other[0] + other[1]) - Math.max(one[0], other[0])

const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high))
