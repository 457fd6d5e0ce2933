/** The Electron this build is made for; a test compares it with package.json. */
export const PINNED_ELECTRON_MAJOR = 45

/** An older runtime is a copy for development and tests: it lacks years of security fixes. */
export const isTestRuntime = (electronVersion: string): boolean =>
  Number.parseInt(electronVersion, 10) < PINNED_ELECTRON_MAJOR
