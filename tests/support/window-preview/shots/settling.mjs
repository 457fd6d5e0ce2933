import { bothThemes, clicked, pressed } from './acting.mjs'

/** What needs the agent, what has left, and work where there is no network: light and dark, and small. */
export const settlingShots = [
  ...bothThemes({ name: 'attention', scene: 'attention', act: pressed('Control+Shift+a') }),
  ...bothThemes({ name: 'attention-fields', scene: 'attention', act: pressed('Control+Shift+a', 'j') }),
  { name: 'attention-small', scene: 'attention', width: 700, height: 800, act: pressed('Control+Shift+a') },
  ...bothThemes({ name: 'ledger', scene: 'attention', act: pressed('Control+Shift+o') }),
  { name: 'ledger-small', scene: 'attention', width: 700, height: 800, act: pressed('Control+Shift+o') },
  ...bothThemes({ name: 'why', act: pressed('Shift+y') }),
  ...bothThemes({ name: 'leased', scene: 'leased' }),
  ...bothThemes({ name: 'hold', act: pressed('Shift+t') }),
  ...bothThemes({ name: 'ready', scene: 'leased', act: pressed('Control+Shift+y') }),
  ...bothThemes({
    name: 'ready-de-small',
    scene: 'leased',
    width: 640,
    height: 700,
    settings: { language: 'de' },
    act: pressed('Control+Shift+y'),
  }),
  ...bothThemes({
    name: 'health',
    scene: 'offline',
    act: async page => {
      await pressed('Control+Shift+y')(page)
      await clicked('Sync health')(page)
    },
  }),
]
