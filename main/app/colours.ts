/** The few colours the system shows outside of a page. They are tokens of the window's theme; a test compares them. */
export const colours = {
  light: { sheet: '#ffffff' },
  dark: { sheet: '#1c1b19' },
  /** On a taskbar of unknown colour: marks that read on light and on dark. */
  service: '#e8935a',
  support: '#6aaee8',
  warning: '#e0a94a',
  bad: '#b3261e',
  onBad: '#ffffff',
  ink: '#1d1b18',
} as const
