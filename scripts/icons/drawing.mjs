/**
 * The product's icon: the two rings of renderer/components/logo.tsx on a rounded square.
 * @typedef {{ primary: string, onPrimary: string, serviceMark: string, supportMark: string }} Colours
 * @typedef {'full' | 'mac'} Shape `mac` leaves the margin and has the corners of macOS's icon grid
 */

const BOX = 28
/** Share of the canvas that the square takes. */
const SCALE = { full: 0.94, mac: 824 / 1024 }
const CORNER = { full: 6.6, mac: 6.3 }

/** Thin, small rings vanish where a whole icon is a few pixels wide. */
const ringAt = (/** @type {number} */ size) => {
  if (size <= 32) return { radius: 6.1, stroke: size <= 20 ? 3 : 2.7 }
  return { radius: 5.6, stroke: size <= 64 ? 2.4 : 2.1 }
}
/** Distance of each ring from the middle, as a share of its radius. */
const APART = 0.76

/**
 * @param {{ size: number, shape: Shape, colours: Colours }} wanted
 * @returns {string} SVG
 */
export function drawIcon({ size, shape, colours }) {
  const { radius, stroke } = ringAt(size)
  const left = 14 - radius * APART
  const right = 14 + radius * APART
  const side = BOX * SCALE[shape]
  const inset = (BOX - side) / 2
  const mix = (/** @type {string} */ mark) => `color-mix(in srgb, ${mark} 66%, ${colours.onPrimary})`
  const service = `fill="none" stroke-width="${stroke}" style="stroke: ${mix(colours.serviceMark)}"`
  const support = `fill="none" stroke-width="${stroke}" style="stroke: ${mix(colours.supportMark)}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${BOX} ${BOX}">`,
    `<g transform="translate(${inset} ${inset}) scale(${side / BOX})">`,
    `<rect width="${BOX}" height="${BOX}" rx="${CORNER[shape]}" style="fill: ${colours.primary}"/>`,
    `<circle cx="${left}" cy="14" r="${radius}" ${service}/>`,
    `<circle cx="${right}" cy="14" r="${radius}" ${support}/>`,
    // The first ring passes over the second above and under it below: they are linked.
    `<path d="M${left} ${14 - radius} A${radius} ${radius} 0 0 1 ${left + radius} 14" ${service}/>`,
    '</g></svg>',
  ].join('')
}
