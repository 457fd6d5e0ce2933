import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../shared/contract/session.ts'
import { FormError } from '../../components/form-error.tsx'
import { Logo } from '../../components/logo.tsx'
import { useAction } from '../../data/use-action.ts'
import { desk } from '../../desk.ts'
import { errorText } from '../../lib/error-text.ts'
import classes from './data-trouble.module.css'

type Trouble = Extract<SessionState, { state: 'trouble' }>

/** The data on this laptop cannot be used: what happened, that nothing was changed, and the ways on. */
export function DataTrouble({ session }: { readonly session: Trouble }) {
  const { t } = useTranslation()
  const retry = useAction('session.retry')
  const leave = useAction('session.signOut')
  const { what, safe, next } = errorText(session)
  return (
    <main className={classes['page']}>
      <div className={classes['sheet']} role="alert">
        <Logo size={36} />
        <h1>{what}</h1>
        <p>{safe}</p>
        <p>{next}</p>
        <p className={classes['code']}>
          {t('trouble.code', {
            code: session.code,
            name: session.place.agent.name,
            workspace: session.place.workspace.name,
          })}
        </p>
        <FormError error={retry.error ?? leave.error} />
        <Group>
          <Button loading={retry.isBusy} onClick={() => void retry.run({})}>
            {t('common.tryAgain')}
          </Button>
          <Button variant="default" loading={leave.isBusy} onClick={() => void leave.run({})}>
            {t('trouble.other')}
          </Button>
          <Button variant="subtle" onClick={() => void desk.call('app.copyText', { text: session.code })}>
            {t('trouble.copy')}
          </Button>
        </Group>
      </div>
    </main>
  )
}
