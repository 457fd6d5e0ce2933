import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AttentionAct } from '../../../shared/contract/sync.ts'
import { Keys } from '../../components/keys.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { describeIntent } from '../../lib/describe-intent.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { isHeldReply, keyOf } from './actions-for.ts'
import type { Action } from './actions-for.ts'
import classes from './attention.module.css'

type ActProps = { readonly act: AttentionAct }

/** Why it was not taken, in people's words. */
export function Verdict({ act }: ActProps) {
  const { t } = useTranslation()
  const { verdict, reason } = act
  const words = dynamicText(`attention.reason.${reason}`) ?? dynamicText(`errors.${reason}.what`) ?? reason
  return (
    <p className={classes['verdict']}>
      {t(`attention.verdict.${verdict}`)} {words}
    </p>
  )
}

/** What was wanted, intent by intent. */
export function Intents({ act }: ActProps) {
  const directory = useLiveValue('directory.get', {})
  return (
    <ul className={classes['intents']}>
      {act.intents.map(({ mutationId, description }) => (
        <li key={mutationId} dir="auto">
          {describeIntent(description, directory)}
        </li>
      ))}
    </ul>
  )
}

export function Words({ act }: ActProps) {
  if (act.words === null) return null
  return (
    <blockquote className={classes['words']} dir="auto" tabIndex={0}>
      {act.words}
    </blockquote>
  )
}

type WaysProps = ActProps & {
  readonly actions: readonly Action[]
  readonly hasKeys: boolean
  readonly onAction: (action: Action) => void
}

/** The ways out, the most likely first. A reply held by newer messages has words of its own for them. */
export function Ways({ act, actions, hasKeys, onAction }: WaysProps) {
  const { t } = useTranslation()
  const isHeld = isHeldReply(act)
  return actions.map((action, index) => (
    <Button
      key={action}
      variant={index === 0 ? 'filled' : 'default'}
      rightSection={hasKeys ? <Keys shortcut={keyOf[action]} /> : undefined}
      onClick={() => onAction(action)}
    >
      {isHeld && action === 'mine' ? t('attention.action.sendAnyway') : t(`attention.action.${action}`)}
    </Button>
  ))
}
