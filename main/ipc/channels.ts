/** The only two channels between a window and main. */
export const CALL_CHANNEL = 'desk.call'
export const EVENT_CHANNEL = 'desk.event'
