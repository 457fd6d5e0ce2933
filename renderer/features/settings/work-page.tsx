import { Choice } from './rows.tsx'
import { UndoSeconds } from './undo-seconds.tsx'

export function WorkPage() {
  return (
    <>
      <Choice name="afterSend" values={['stay', 'next', 'list']} />
      <Choice name="remoteImages" values={['ask', 'never']} />
      <UndoSeconds />
    </>
  )
}
