import { arch, cpus, totalmem } from 'node:os'
import type { Verdict } from './measure.ts'

const passWord = (pass: boolean | null): string => (pass === null ? 'unclear' : pass ? 'met' : 'open')

/** One line for people; absolute figures are information, the ratios decide. */
export function humanLine(verdict: Verdict): string {
  const { limit, peers, asides, unit } = verdict
  const ratio = verdict.ratioToLimit === null ? '' : ` (x${verdict.ratioToLimit})`
  const parts = [
    `ours ${verdict.ours} ${unit}`,
    `${limit.name} ${limit.value} ${unit}${ratio}`,
    ...peers.map(peer => `${peer.name} ${peer.value} ${unit} (x${peer.ratio})`),
    ...asides.map(aside => `[${aside.name} ${aside.value} ${unit}]`),
  ]
  const spread = `spread ${Math.round(verdict.spread * 100)} %`
  const tail = [
    `goal ${verdict.goal}`,
    passWord(verdict.pass),
    spread,
    ...(verdict.note ? [verdict.note] : []),
  ]
  return `${verdict.id} ${verdict.size}: ${parts.join(', ')} | ${tail.join(' | ')}`
}

type Skipped = { readonly id: string; readonly size: string; readonly reason: string }

/** A row this machine cannot measure is said to be skipped: nobody may take it for met. */
export const skippedLine = (skipped: Skipped, isJson: boolean): string =>
  isJson
    ? JSON.stringify({ id: skipped.id, size: skipped.size, pass: null, skipped: skipped.reason })
    : `${skipped.id} ${skipped.size}: skipped, ${skipped.reason}`

export const machineLine = (): string =>
  `${cpus().length} x ${cpus()[0]?.model ?? arch()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
