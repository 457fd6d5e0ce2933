const PROGRAMS =
  /\.(?:exe|msi|msp|bat|cmd|com|scr|pif|ps1|vbs?|js|jse|wsf|hta|jar|app|dmg|pkg|sh|desktop|lnk|reg|cpl|iso|docm|xlsm|pptm)$/iu
/** Signs that turn the direction of writing, used to hide what a file really is. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/u

/** A name that belongs to a program, or hides its ending: said before anybody opens it. */
export const isRisky = (fileName: string): boolean => PROGRAMS.test(fileName.trim()) || TURNING.test(fileName)

/** Hands bytes to the system's "save as". */
export function saveFile(fileName: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The save dialog reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
