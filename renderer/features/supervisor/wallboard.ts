import { act } from '../../data/use-action.ts'
import { boardStore } from '../../stores/board-store.ts'

/** Fills the screen for a display on the wall, or gives it back. */
export async function setWallboard(isOn: boolean): Promise<void> {
  const answer = await act('supervisor.setWallboard', { isOn })
  if (answer) boardStore.setState({ isWallboard: answer.isOn, sheet: null })
}
