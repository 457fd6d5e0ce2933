import { arch, cpus, totalmem } from 'node:os'
import type { Verdict } from './measure.ts'

const passWord = (pass: boolean | null): string => (pass === null ? 'unclear' : pass ? 'met' : 'open')

/** One line for people; absolute figures are information, the ratios decide. */
export function humanLine(verdict: Verdict): string {
  const peer = verdict.peer ? `, ${verdict.peer.name} ${verdict.peer.value} ms (x${verdict.ratioToPeer})` : ''
  return (
    `${verdict.id} ${verdict.size}: ours ${verdict.ours} ms, ${verdict.limit.name} ${verdict.limit.value} ms ` +
    `(x${verdict.ratioToLimit})${peer} | goal ${verdict.goal} | ${passWord(verdict.pass)}` +
    `${verdict.note ? ` | ${verdict.note}` : ''}`
  )
}

export const machineLine = (): string =>
  `${cpus().length} x ${cpus()[0]?.model ?? arch()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
