import { useTranslation } from 'react-i18next'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { AFTER_SEND, rememberAfterSend, useComposer } from '../../stores/composer-store.ts'
import classes from './composer.module.css'

/** What happens to the thread with the next Send; remembered per kind. */
export function AfterSendChoice({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation()
  const kind = thread.kind === 'support' ? 'support' : 'service'
  const remembered = useComposer(state => state.afterSend[kind])
  return (
    <div className={classes['after']} role="radiogroup" aria-label={t('composer.sendAnd')}>
      <span>{t('composer.sendAndShort')}</span>
      {AFTER_SEND.map(choice => (
        <button
          key={choice}
          type="button"
          role="radio"
          aria-checked={choice === remembered}
          onClick={() => rememberAfterSend(kind, choice)}
        >
          {t(`composer.thenShort.${choice}`, { kind: t(`kindLower.${kind}`) })}
        </button>
      ))}
    </div>
  )
}
