import { ErrorCode } from '../../shared/errors.ts'

const PASSING: ReadonlySet<string> = new Set([ErrorCode.DiskFull, ErrorCode.DiskReadOnly, ErrorCode.DbLocked])

/** Trouble that others end without telling: a disk is freed, a lock is let go. */
export const passesByItself = (code: string): boolean => PASSING.has(code)

/** How long to wait before looking whether it is over. */
export const LOOK_AGAIN_MS = 5_000
