import { useState } from 'react'
import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Rebuilt as Result, SessionState } from '../../../shared/contract/session.ts'
import { ErrorCode } from '../../../shared/errors.ts'
import { FormError } from '../../components/form-error.tsx'
import { LoneSheet } from '../../components/lone-sheet.tsx'
import { useAction } from '../../data/use-action.ts'
import { desk } from '../../desk.ts'
import { errorText } from '../../lib/error-text.ts'
import classes from './data-trouble.module.css'
import { Rebuilt } from './rebuilt.tsx'

type Trouble = Extract<SessionState, { state: 'trouble' }>

/** The data on this laptop cannot be used: what happened, what is safe, and the ways on. */
export function DataTrouble({ session }: { readonly session: Trouble }) {
  const [result, setResult] = useState<Result | null>(null)
  return (
    <LoneSheet isAlert>
      {result ? <Rebuilt result={result} /> : <WaysOn session={session} onRebuilt={setResult} />}
    </LoneSheet>
  )
}

type WaysOnProps = { readonly session: Trouble; readonly onRebuilt: (result: Result | null) => void }

function WaysOn({ session, onRebuilt }: WaysOnProps) {
  const { t } = useTranslation()
  const retry = useAction('session.retry')
  const leave = useAction('session.signOut')
  const rebuild = useAction('session.rebuild')
  const { what, safe, next } = errorText(session)
  const isDamaged = session.code === ErrorCode.DbCorrupt
  return (
    <>
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
      <FormError error={rebuild.error ?? retry.error ?? leave.error} />
      <Group>
        {isDamaged && (
          <Button loading={rebuild.isBusy} onClick={() => void rebuild.run({}).then(onRebuilt)}>
            {t('trouble.rebuild')}
          </Button>
        )}
        <Button
          variant={isDamaged ? 'default' : 'filled'}
          loading={retry.isBusy}
          disabled={rebuild.isBusy}
          onClick={() => void retry.run({})}
        >
          {t('common.tryAgain')}
        </Button>
        <Button
          variant="default"
          loading={leave.isBusy}
          disabled={rebuild.isBusy}
          onClick={() => void leave.run({})}
        >
          {t('trouble.other')}
        </Button>
        <Button variant="subtle" onClick={() => void desk.call('app.copyText', { text: session.code })}>
          {t('trouble.copy')}
        </Button>
      </Group>
    </>
  )
}
