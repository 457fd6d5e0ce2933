import { readFileSync, readdirSync } from 'node:fs'

/** Ticks of the kernel's clock a second; the same on every Linux that Electron runs on. */
const TICKS_PER_SECOND = 100

/** What Linux tells of a process and all below it. Elsewhere these figures are not measured. */
export type Usage = {
  /** Resident memory, shared pages counted once over all who share them, MB. */
  readonly pssMb: number
  /** Used so far, ms. */
  readonly cpuMs: number
  /** Bytes sent to the disk so far. */
  readonly writtenBytes: number
}

export function usageOf(pid: number): Usage {
  const pids = treeOf(pid)
  const sum = (read: (pid: number) => number): number => pids.reduce((total, one) => total + read(one), 0)
  return { pssMb: sum(pssKb) / 1024, cpuMs: sum(cpuMs), writtenBytes: sum(writtenBytes) }
}

function treeOf(root: number): readonly number[] {
  const childrenOf = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    const parent = Number(fieldsOf(Number(name))[1])
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), Number(name)])
  }
  const collect = (pid: number): readonly number[] => [pid, ...(childrenOf.get(pid) ?? []).flatMap(collect)]
  return collect(root)
}

/** A process that ends while it is read counts as nothing. */
function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Fields of /proc/PID/stat from the third on: the second is the name and may hold spaces. */
function fieldsOf(pid: number): readonly string[] {
  const stat = readOr(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

const numberIn = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0)
const pssKb = (pid: number): number => numberIn(readOr(`/proc/${pid}/smaps_rollup`), /^Pss:\s+(\d+) kB/m)
const writtenBytes = (pid: number): number => numberIn(readOr(`/proc/${pid}/io`), /^write_bytes: (\d+)/m)
const cpuMs = (pid: number): number => {
  const fields = fieldsOf(pid)
  return ((Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 1000) / TICKS_PER_SECOND
}
