import { randomBytes } from 'node:crypto'

const BYTES = 15

/** A password nobody chose, shown once to whoever hands it on. */
export const oneTimePassword = (): string => randomBytes(BYTES).toString('base64url')
