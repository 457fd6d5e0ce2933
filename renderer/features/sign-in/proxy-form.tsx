import { Button, Group, PasswordInput, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormError } from '../../components/form-error.tsx'
import { act, useAction } from '../../data/use-action.ts'
import classes from './sign-in.module.css'

type ProxyFormProps = {
  /** Null: the hub that is open. */
  readonly hubUrl: string | null
  /** The proxy has what it asked for; whoever was refused tries again. */
  readonly onDone: () => void
}

/** What the company's proxy wants to know before it lets anything through. */
export function ProxyForm({ hubUrl, onDone }: ProxyFormProps) {
  const { t } = useTranslation()
  const [proxy, setProxy] = useState<string | null>(null)
  const [user, setUser] = useState('')
  const [password, setPassword] = useState('')
  const action = useAction('proxy.signIn')
  useEffect(() => void act('proxy.get', { hubUrl }).then(found => setProxy(found?.proxy ?? null)), [hubUrl])
  const signIn = async (): Promise<void> => {
    if ((await action.run({ hubUrl, user: user.trim(), password })) !== null) onDone()
  }
  return (
    <form
      className={classes['form']}
      aria-label={t('proxy.title')}
      onSubmit={event => {
        event.preventDefault()
        if (user.trim() !== '') void signIn()
      }}
    >
      <p>{proxy === null ? t('proxy.intro') : t('proxy.introOf', { proxy })}</p>
      <TextInput
        data-autofocus
        label={t('proxy.user')}
        autoComplete="off"
        spellCheck={false}
        value={user}
        onChange={event => setUser(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('proxy.password')}
        autoComplete="off"
        value={password}
        onChange={event => setPassword(event.currentTarget.value)}
      />
      <FormError error={action.error} />
      <Group justify="flex-end">
        <Button type="submit" loading={action.isBusy} disabled={user.trim() === ''}>
          {t('proxy.signIn')}
        </Button>
      </Group>
    </form>
  )
}
