import { useTranslation } from 'react-i18next'
import { useUi } from '../stores/ui-store.ts'

/** What the page is about while no ticket or customer says it: the view that is shown. */
export function PageTitle() {
  const { t } = useTranslation()
  const view = useUi(state => state.view)
  return <h1 className="for-readers">{t(`views.${view}`)}</h1>
}
