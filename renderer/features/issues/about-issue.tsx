import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssueDetail } from '../../../shared/contract/incidents.ts'
import type { EngineeringIssue } from '../../../shared/domain/incidents.ts'
import { Chip } from '../../components/chip.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { editsOf } from '../../data/incident-intents.ts'
import { act } from '../../data/use-action.ts'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { moment } from '../../lib/format.ts'
import { ToldUpdates } from './told-updates.tsx'
import { IssueForm } from './issue-form.tsx'
import { wordsOf } from './issue-words.ts'
import classes from './issues.module.css'

/** What the register says, how engineering stands, and what was told so far; edited where it stands. */
export function AboutIssue({ detail }: { readonly detail: IssueDetail }) {
  const { t } = useTranslation()
  // Taken once when the form opens: what arrives meanwhile is asked about on saving, not typed over.
  const [before, setBefore] = useState<IssueDetail['issue'] | null>(null)
  const save = async (words: Parameters<typeof editsOf>[1]): Promise<void> => {
    if (before === null) return
    const fields = editsOf(before, words)
    const done =
      fields.length === 0 || (await act('knownIssue.edit', { issueId: before.id, fields })) !== null
    if (done) setBefore(null)
  }
  if (before !== null)
    return (
      <IssueForm
        initial={wordsOf(before)}
        submit={t('common.save')}
        onSubmit={save}
        onCancel={() => setBefore(null)}
      />
    )
  return (
    <>
      <Facts detail={detail} />
      {detail.engineering && <Engineering news={detail.engineering} />}
      {detail.issue.symptoms !== '' && <Text title={t('knowledge.symptoms')} text={detail.issue.symptoms} />}
      <Text title={t('support.workaround')} text={detail.issue.workaround ?? t('knowledge.noWorkaround')} />
      <ToldUpdates updates={detail.updates} />
      <Group justify="flex-end" mt={16}>
        <Button variant="default" onClick={() => setBefore(detail.issue)}>
          {t('knownIssues.edit')}
        </Button>
      </Group>
    </>
  )
}

function Facts({ detail: { issue, productName } }: { readonly detail: IssueDetail }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const facts = [
    productName,
    issue.affectedVersions.length === 0
      ? null
      : t('knowledge.affects', { versions: issue.affectedVersions.join(', ') }),
    ...issue.errorCodes,
    issue.fixedInVersion === null ? null : t('support.fixedIn', { version: issue.fixedInVersion }),
    issue.engineeringKey,
  ].filter(fact => fact !== null)
  return (
    <div className={classes['facts']}>
      <Chip tone="support">{dynamicText(`issueState.${issue.state}`) ?? issue.state}</Chip>
      {facts.map(fact => (
        <Chip key={fact}>{fact}</Chip>
      ))}
      <span>{t('knowledge.updated', { time: moment(issue.updatedAtMs, nowMs) })}</span>
    </div>
  )
}

/** Mirrored from another place: how old it is stands beside it. */
function Engineering({ news }: { readonly news: EngineeringIssue }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { key, status, url, saidAtMs } = news
  return (
    <p className={classes['engineering']} dir="auto">
      <span>{t('knownIssues.engineering', { key, status, time: moment(saidAtMs, nowMs) })}</span>
      {url !== null && (
        <SmallButton onClick={() => void act('app.copyText', { text: url })}>
          {t('knowledge.copyLink')}
        </SmallButton>
      )}
    </p>
  )
}

function Text({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <h4 className={classes['label']}>{title}</h4>
      <p className={classes['text']} dir="auto">
        {text}
      </p>
    </>
  )
}
