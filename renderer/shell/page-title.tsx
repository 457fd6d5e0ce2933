import { useFrontView } from '../data/use-front-view.ts'

/** What the page is about while no ticket or customer says it: the view that is shown. */
export function PageTitle() {
  return <h1 className="for-readers">{useFrontView().name}</h1>
}
