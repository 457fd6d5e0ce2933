import { useTranslation } from 'react-i18next'
import type { Thread } from '../../../shared/domain/tickets.ts'
import {
  AFTER_SEND,
  chooseAfterSend,
  rememberAfterSend,
  useComposer,
  writingKey,
} from '../../stores/composer-store.ts'
import type { AfterSend } from '../../stores/composer-store.ts'
import classes from './composer.module.css'

/** What happens to the thread with the next Send; remembered per kind. */
export function AfterSendChoice({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation()
  const kind = thread.kind === 'support' ? 'support' : 'service'
  const key = writingKey(thread.ticketId, 'reply')
  const remembered = useComposer(state => state.writings[key]?.afterSend ?? state.afterSend[kind])
  const choose = (choice: AfterSend): void => {
    rememberAfterSend(kind, choice)
    chooseAfterSend(key, null)
  }
  return (
    <div className={classes['after']} role="radiogroup" aria-label={t('composer.sendAnd')}>
      <span>{t('composer.sendAndShort')}</span>
      {AFTER_SEND.map(choice => (
        <button
          key={choice}
          type="button"
          role="radio"
          aria-checked={choice === remembered}
          onClick={() => choose(choice)}
        >
          {t(`composer.thenShort.${choice}`, { kind: t(`kindLower.${kind}`) })}
        </button>
      ))}
    </div>
  )
}
