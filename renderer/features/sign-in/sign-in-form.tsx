import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorCode } from '../../../shared/errors.ts'
import type { PolicyFacts } from '../../../shared/contract/policy.ts'
import type { KnownPlace } from '../../../shared/contract/session.ts'
import { FormError } from '../../components/form-error.tsx'
import { useAction } from '../../data/use-action.ts'
import { ProxyForm } from './proxy-form.tsx'
import classes from './sign-in.module.css'

type SignInFormProps = {
  readonly place: KnownPlace | null
  readonly isFirst: boolean
  readonly policy: PolicyFacts | null
}

/** Address of the hub, e-mail, password. What was typed stays after a failure. */
export function SignInForm({ place, isFirst, policy }: SignInFormProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const hubUrl = typed ?? place?.hubUrl ?? policy?.hubUrl ?? ''
  const isFixed = place === null && policy?.isHubFixed === true
  const [email, setEmail] = useState(place?.agent.email ?? '')
  const [password, setPassword] = useState('')
  const action = useAction('session.signIn')
  const isComplete = hubUrl.trim() !== '' && email.trim() !== '' && password !== ''
  const signIn = async (): Promise<void> => {
    const done = await action.run({
      hubUrl: hubUrl.trim(),
      email: email.trim(),
      password,
      workspace: place?.workspace.slug ?? null,
    })
    if (done !== null) setPassword('')
  }
  if (action.error?.code === ErrorCode.ProxyRefused) {
    return <ProxyForm hubUrl={hubUrl.trim()} onDone={() => void signIn()} />
  }
  return (
    <form
      noValidate
      className={classes['form']}
      aria-label={t('signIn.connect')}
      onSubmit={event => {
        event.preventDefault()
        if (isComplete) void signIn()
      }}
    >
      {!isFirst && <h2>{t('signIn.another')}</h2>}
      <HubAddress value={hubUrl} isFixed={isFixed} onChange={setTyped} />
      <TextInput
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        spellCheck={false}
        value={email}
        onChange={event => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        autoFocus={place !== null}
        label={t('signIn.password')}
        autoComplete="current-password"
        value={password}
        onChange={event => setPassword(event.currentTarget.value)}
      />
      <FormError error={action.error} />
      <Button type="submit" fullWidth loading={action.isBusy} disabled={!isComplete}>
        {t('signIn.signIn')}
      </Button>
    </form>
  )
}

type HubAddressProps = {
  readonly value: string
  /** The organisation has chosen it. */
  readonly isFixed: boolean
  readonly onChange: (typed: string) => void
}

function HubAddress({ value, isFixed, onChange }: HubAddressProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t('signIn.hub')}
      placeholder="https://hub.example.com"
      type="url"
      spellCheck={false}
      value={value}
      readOnly={isFixed}
      description={isFixed ? t('policy.setBy') : null}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
