import { isOwnPage } from '../app/origin.ts'

/** The parts of Electron's frame that decide; null when the frame is gone already. */
export type SenderFrame = { readonly url: string; readonly parent: unknown } | null

/** Only the main frame of one of our own windows, showing our own page, may call: mail frames and popups may not. */
export function isTrustedSender(frame: SenderFrame, isOwnWindow: boolean): boolean {
  return isOwnWindow && frame !== null && frame.parent === null && isOwnPage(frame.url)
}
