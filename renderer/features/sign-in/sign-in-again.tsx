import { Button, Group, PasswordInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { FormError } from '../../components/form-error.tsx'
import { useAction } from '../../data/use-action.ts'
import { useSession } from '../../stores/session-store.ts'
import { useSyncStatus } from '../../stores/sync-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'

/** The hub asks for the password again. Everything on the screen stays as it is; only sending waits. */
export function SignInAgain() {
  const { t } = useTranslation()
  const session = useSession()
  const waiting = useSyncStatus()?.waiting ?? 0
  const isOpen = useUi(state => state.dialog === 'sign-in-again')
  const [password, setPassword] = useState('')
  const action = useAction('session.signIn')
  useEffect(() => {
    if (isOpen) setPassword('')
  }, [isOpen])
  if (session.state !== 'open') return null
  const { hubUrl, agent, workspace } = session.place
  const signIn = async (): Promise<void> => {
    const done = await action.run({ hubUrl, email: agent.email, password, workspace: workspace.slug })
    if (done !== null) closeDialog()
  }
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('signIn.again')} size="sm">
      <form
        onSubmit={event => {
          event.preventDefault()
          if (password !== '') void signIn()
        }}
      >
        <p>{t('signIn.againText', { count: waiting })}</p>
        <PasswordInput
          data-autofocus
          mt={12}
          label={t('signIn.passwordOf', { email: agent.email })}
          autoComplete="current-password"
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
        />
        <FormError error={action.error} />
        <Group justify="flex-end" mt={16}>
          <Button variant="subtle" onClick={closeDialog}>
            {t('signIn.later')}
          </Button>
          <Button type="submit" loading={action.isBusy} disabled={password === ''}>
            {t('signIn.signIn')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
