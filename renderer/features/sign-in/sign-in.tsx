import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownPlace, SessionState } from '../../../shared/contract/session.ts'
import { FormError } from '../../components/form-error.tsx'
import { Logo } from '../../components/logo.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAction } from '../../data/use-action.ts'
import { PlaceList } from './place-list.tsx'
import { SignInForm } from './sign-in-form.tsx'
import classes from './sign-in.module.css'

type SignedOut = Extract<SessionState, { state: 'signed-out' }>

/** The first page: places this laptop knows, a hub to connect to, or the demo. */
export function SignIn({ session }: { readonly session: SignedOut }) {
  const { t } = useTranslation()
  const [place, setPlace] = useState<KnownPlace | null>(null)
  const demo = useAction('session.openDemo')
  const info = useLiveValue('app.info', {})
  return (
    <main className={classes['page']}>
      <div className={classes['sheet']}>
        <header className={classes['head']}>
          <Logo size={40} />
          <div>
            <h1>{t('signIn.title')}</h1>
            <p>{t('signIn.claim')}</p>
          </div>
        </header>
        <PlaceList places={session.places} onSignIn={setPlace} />
        <SignInForm
          key={place?.id ?? 'new'}
          place={place}
          isFirst={session.places.length === 0}
          policy={info?.policy ?? null}
        />
        {session.demoAvailable && (
          <div className={classes['demo']}>
            <p>{t('signIn.demoText')}</p>
            <Button variant="default" loading={demo.isBusy} onClick={() => void demo.run({})}>
              {t('signIn.openDemo')}
            </Button>
            <FormError error={demo.error} />
          </div>
        )}
        {info?.policy?.isUnreadable && (
          <p className={classes['hint']} role="alert">
            {t('policy.unreadable')}
          </p>
        )}
        {info && !info.hasKeychain && <p className={classes['hint']}>{t('signIn.noKeychain')}</p>}
        {info?.isTestRuntime && <p className={classes['hint']}>{t('signIn.testRuntime')}</p>}
      </div>
    </main>
  )
}
