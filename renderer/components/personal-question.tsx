import { IconShieldExclamation } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonalFinding } from '../../shared/rules/personal-data/find-personal.ts'
import { PersonalName } from './personal-chip.tsx'
import classes from './personal.module.css'
import { SmallButton } from './small-button.tsx'

type PersonalQuestionProps = {
  /** Nothing: there is no question. */
  readonly asked: readonly PersonalFinding[]
  readonly onTakeOut: () => void
  readonly onSend: () => void
}

/** Asked once, where a card, an account or a key is about to leave. Sending again sends. */
export function PersonalQuestion({ asked, onTakeOut, onSend }: PersonalQuestionProps) {
  const { t } = useTranslation()
  const line = useRef<HTMLDivElement>(null)
  const isAsked = asked.length > 0
  useEffect(() => {
    if (!isAsked) return
    line.current?.querySelector('button')?.focus()
    // The focus brings its button into view, and what is cited may still be cut off.
    line.current?.scrollIntoView({ block: 'nearest' })
  }, [isAsked])
  if (!isAsked) return null
  return (
    <div ref={line} className={classes['question']} role="alert">
      <IconShieldExclamation aria-hidden />
      <span>
        <strong>{t('personal.ask')}</strong>{' '}
        {asked.map(each => (
          <span key={`${each.at} ${each.words}`} className={classes['cited']}>
            <PersonalName finding={each} /> <q dir="auto">{each.words}</q>
          </span>
        ))}
      </span>
      <SmallButton onClick={onTakeOut}>{t('personal.takeOut')}</SmallButton>
      <SmallButton onClick={onSend}>{t('personal.send')}</SmallButton>
    </div>
  )
}
