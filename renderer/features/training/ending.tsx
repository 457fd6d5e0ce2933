import { useTranslation } from 'react-i18next'
import type { PracticeStory } from '../../../shared/contract/training.ts'
import { span } from '../../lib/format.ts'
import classes from './training.module.css'

/** How a past ticket ended, and what was asked and tried on the way. */
export function Ending({ story }: { readonly story: PracticeStory }) {
  const { t } = useTranslation()
  const { score, comment, reopened, tookMs, cause } = story.ending
  const facts = [
    score === null ? t('training.practice.notRated') : t('training.practice.rated', { score }),
    t('training.practice.reopened', { count: reopened }),
    tookMs === null ? null : t('training.practice.took', { time: span(tookMs) }),
  ].filter(fact => fact !== null)
  return (
    <>
      <h4>{t('training.practice.ending')}</h4>
      <ul className={classes['ending']}>
        {facts.map(fact => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {comment !== null && comment !== '' && (
        <p className={classes['reason']} dir="auto">
          {comment}
        </p>
      )}
      {cause !== null && cause !== '' && (
        <p className={classes['reason']} dir="auto">
          {t('training.practice.cause', { cause })}
        </p>
      )}
      <Entries title={t('training.practice.asked')} entries={story.asked} />
      <Entries title={t('training.practice.tried')} entries={story.tried} />
    </>
  )
}

function Entries({ title, entries }: { readonly title: string; readonly entries: readonly string[] }) {
  if (entries.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul className={classes['reason']}>
        {[...new Set(entries)].map(entry => (
          <li key={entry} dir="auto">
            {entry}
          </li>
        ))}
      </ul>
    </>
  )
}
