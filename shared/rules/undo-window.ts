/** Channels that are a conversation: a wait would be felt. */
const LIVE: ReadonlySet<string> = new Set(['chat', 'in-app'])
/** Nothing leaves by these: they record what was said. */
const RECORDED: ReadonlySet<string> = new Set(['phone', 'walk-in', 'import'])

/** How long a reply rests before it leaves, ms; `seconds` is the agent's setting for mail and the like. */
export const undoWindowMs = (channel: string, seconds: number): number =>
  LIVE.has(channel) || RECORDED.has(channel) ? 0 : seconds * 1_000
