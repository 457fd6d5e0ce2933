import { useTranslation } from 'react-i18next'
import { Avatar } from '../../components/avatar.tsx'
import { ColleagueState } from '../../components/colleague-state.tsx'
import classes from './composer.module.css'
import type { Mentions } from './use-mentions.ts'

export const MENTION_LIST = 'mentions'
export const mentionId = (index: number): string => `mention-${index}`

/** Colleagues the note could call, under the words, so that nothing of them is covered. */
export function MentionList({ people, active, choose }: Mentions) {
  const { t } = useTranslation()
  if (people.length === 0) return null
  return (
    <div id={MENTION_LIST} role="listbox" aria-label={t('composer.mention')} className={classes['mentions']}>
      {people.map((agent, index) => (
        <div
          key={agent.id}
          id={mentionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classes['mention']}
          // The text keeps the focus.
          onMouseDown={event => {
            event.preventDefault()
            choose(agent)
          }}
        >
          <Avatar name={agent.name} size={20} />
          <span dir="auto" className={classes['mentionName']}>
            {agent.name}
          </span>
          <ColleagueState agentId={agent.id} />
        </div>
      ))}
    </div>
  )
}
