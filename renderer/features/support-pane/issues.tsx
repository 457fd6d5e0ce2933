import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard, IssueMatch } from '../../../shared/contract/customers.ts'
import { Chip } from '../../components/chip.tsx'
import { Line, Section } from '../../components/section.tsx'
import { act } from '../../data/use-action.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { searchFor } from '../../stores/ui-store.ts'
import classes from './support-pane.module.css'

const SHOWN = 3
/** What fits less is noise beside a ticket; the search finds it. */
const LEAST = 0.4

/** Known issues that fit, each with what speaks for it. */
export function Issues({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const issues = card.support.issues.filter(({ score }) => score >= LEAST)
  if (issues.length === 0) return null
  return (
    <Section title={t('support.issues')} detail={issues.length > SHOWN ? issues.length : undefined}>
      <ul>
        {issues.slice(0, SHOWN).map(match => (
          <Issue key={match.issue.id} match={match} />
        ))}
      </ul>
    </Section>
  )
}

function Issue({ match }: { readonly match: IssueMatch }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { issue, score, reasons } = match
  const state = dynamicText(`issueState.${issue.state}`) ?? issue.state
  return (
    <>
      <Line
        title={`${issue.code} ${issue.title}`}
        detail={[issue.fixedInVersion ? t('support.fixedIn', { version: issue.fixedInVersion }) : state]
          .filter(Boolean)
          .join(' · ')}
        aside={<Chip tone="support">{t('support.score', { percent: Math.round(score * 100) })}</Chip>}
        onOpen={() => setOpen(open => !open)}
      />
      <li className={classes['reasons']}>
        <span>{t('support.because')}</span>
        {reasons.map(({ key, value }) => (
          <button
            key={`${key} ${value}`}
            type="button"
            onClick={() => searchFor({ isOpen: true, text: value, scope: 'all' })}
          >
            {dynamicText(`reason.${key}`, { value }) ?? value}
          </button>
        ))}
      </li>
      {isOpen && (
        <li className={classes['more']}>
          <p dir="auto">{issue.symptoms}</p>
          {issue.workaround !== null && (
            <>
              <h4>{t('support.workaround')}</h4>
              <p dir="auto">{issue.workaround}</p>
              <Button
                variant="default"
                onClick={() => void act('app.copyText', { text: issue.workaround ?? '' })}
              >
                {t('support.copyWorkaround')}
              </Button>
            </>
          )}
        </li>
      )}
    </>
  )
}
