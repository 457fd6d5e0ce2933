import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { GuestAnswer } from '../../../../shared/protocol/guests.ts'
import { act } from '../../../data/use-action.ts'
import { showNotice } from '../../../data/toasts.ts'
import form from '../content-form.module.css'

type SignInShownProps = {
  readonly email: string
  readonly answer: GuestAnswer
  readonly onDone: () => void
}

/** The only time a guest's password stands anywhere: to be handed on, then it is gone. */
export function SignInShown({ email, answer: { password }, onDone }: SignInShownProps) {
  const { t } = useTranslation()
  const words = password ?? ''
  const copy = async (): Promise<void> => {
    if ((await act('app.copyText', { text: words })) !== null) showNotice(t('common.copied'))
  }
  return (
    <div className={form['form']} role="status">
      <p>{t('guests.signInOnce')}</p>
      <TextInput readOnly dir="ltr" label={t('guests.email')} value={email} />
      <TextInput
        readOnly
        data-autofocus
        dir="ltr"
        label={t('guests.password')}
        value={words}
        onFocus={event => event.currentTarget.select()}
      />
      <div className={form['actions']}>
        <Button variant="default" onClick={() => void copy()}>
          {t('guests.copy')}
        </Button>
        <Button onClick={onDone}>{t('guests.handedOn')}</Button>
      </div>
    </div>
  )
}
