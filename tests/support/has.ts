import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'

/** What some tests need of the machine and not every machine has. */
export type Need = 'compiler' | 'apt' | 'root' | 'keyring' | 'linux' | 'mount'

type Answer = { readonly isHere: () => boolean; readonly reason: string }

const runs = (command: string, args: readonly string[] = ['--version']): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

const isLinux = process.platform === 'linux'
const isRoot = process.getuid?.() === 0

/** Containers often lack it, for root too. */
function mayMount(): boolean {
  if (!isLinux || !isRoot) return false
  const folder = mkdtempSync(join(tmpdir(), 'tandem-mount-'))
  try {
    return runs('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]) && runs('umount', [folder])
  } finally {
    rmdirSync(folder)
  }
}

const needs: Readonly<Record<Need, Answer>> = {
  compiler: { isHere: () => runs('cc'), reason: 'needs a C compiler' },
  apt: { isHere: () => isRoot && existsSync('/usr/bin/apt-get'), reason: 'needs root on Debian' },
  root: { isHere: () => isRoot, reason: 'needs root' },
  keyring: {
    isHere: () => isLinux && runs('gnome-keyring-daemon') && runs('dbus-run-session'),
    reason: 'needs gnome-keyring and dbus',
  },
  mount: { isHere: mayMount, reason: 'needs the right to mount a small disk' },
  linux: { isHere: () => isLinux, reason: 'needs Linux' },
}

const known = new Map<Need, boolean>()

/** Whether this machine can run a test that needs something; asked once per process. */
export function has(need: Need): boolean {
  const isHere = known.get(need) ?? needs[need].isHere()
  known.set(need, isHere)
  return isHere
}

/** The words under which a skipped test is listed at the end of a run. */
export const reasonFor = (need: Need): string => needs[need].reason

declare module 'vitest' {
  interface TaskMeta {
    skipReason?: string
  }
}

/** Skips a vitest test where the machine lacks what it needs; the report names the reason. */
export function skipUnless({ task, skip }: Pick<TestContext, 'task' | 'skip'>, need: Need): void {
  if (has(need)) return
  task.meta.skipReason = reasonFor(need)
  skip(reasonFor(need))
}
