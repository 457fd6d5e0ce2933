import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { act } from '../../data/use-action.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'

/** Nobody leaves with unsent work without knowing it. */
export function QuitDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'quit')
  const unsent = useUi(state => state.unsentAtQuit)
  const send = (): void => {
    closeDialog()
    void act('sync.wake', {})
  }
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('quit.title')} size="md">
      <p>{t('quit.unsent', { count: unsent })}</p>
      <Group justify="flex-end" mt={16}>
        <Button variant="subtle" onClick={closeDialog}>
          {t('quit.stay')}
        </Button>
        <Button variant="default" onClick={send}>
          {t('quit.sync')}
        </Button>
        <Button data-autofocus onClick={() => void act('app.quit', {})}>
          {t('quit.leave')}
        </Button>
      </Group>
    </Dialog>
  )
}
