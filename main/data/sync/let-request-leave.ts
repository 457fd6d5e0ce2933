/** A request is written out within two turns; a busy thread takes it no further. */
const TURNS_TO_LEAVE = 4

/** Lets a request leave before the thread is busy with what came. */
export async function letRequestLeave(yieldTurn: () => Promise<void>): Promise<void> {
  for (let turn = 0; turn < TURNS_TO_LEAVE; turn += 1) await yieldTurn()
}
