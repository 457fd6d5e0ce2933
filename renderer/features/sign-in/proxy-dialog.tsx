import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { act } from '../../data/use-action.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { ProxyForm } from './proxy-form.tsx'

/** The proxy between this laptop and the hub asks for a login. Everything on the screen stays; only sending waits. */
export function ProxyDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'proxy')
  const retry = (): void => {
    closeDialog()
    void act('sync.wake', {})
  }
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('proxy.title')} size="sm">
      {isOpen && <ProxyForm hubUrl={null} onDone={retry} />}
    </Dialog>
  )
}
