import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { describeIntent } from '../../lib/describe-intent.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import classes from './sign-in.module.css'

/** Nobody leaves with unsent work without knowing it, whether the app ends or the computer. */
export function QuitDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'quit')
  const unsent = useUi(state => state.unsentAtQuit)
  const isShutdown = useUi(state => state.isShutdown)
  const send = (): void => {
    closeDialog()
    void act('sync.wake', {})
  }
  return (
    <Dialog
      opened={isOpen}
      onClose={closeDialog}
      title={t(isShutdown ? 'quit.shutdownTitle' : 'quit.title')}
      size="md"
    >
      <p>{t('quit.unsent', { count: unsent })}</p>
      {isShutdown && <p>{t('quit.shutdown')}</p>}
      {isOpen && <Waiting />}
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

const SHOWN = 5

/** The last few of what waits, by name. */
function Waiting() {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const lines = useLiveValue('sync.ledger', { limit: SHOWN * 4 })
  const waiting = (lines ?? []).filter(({ state }) =>
    ['resting', 'here', 'sending', 'unconfirmed'].includes(state),
  )
  return (
    <ul className={classes['waiting']}>
      {waiting.slice(0, SHOWN).map(({ mutationId, description, subject, state }) => (
        <li key={mutationId} dir="auto">
          {[describeIntent(description, directory), subject].filter(Boolean).join(' · ')}
          {state === 'resting' && <small> {t('ledger.states.resting')}</small>}
        </li>
      ))}
    </ul>
  )
}
