import { Button, Group } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '../../../shared/domain/knowledge.ts'
import { Chip } from '../../components/chip.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { currentTicket } from '../../data/current-ticket.ts'
import { insertWords } from '../../data/insert-words.ts'
import { act } from '../../data/use-action.ts'
import { useLiveQuery, useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dateOnly, languageName } from '../../lib/format.ts'
import { read, useUi } from '../../stores/ui-store.ts'
import { IssueReader } from './issue-reader.tsx'
import classes from './knowledge.module.css'

const close = (): void => read(null)

/** Reads an article or a known issue over the ticket at hand, and hands what is needed of it to the reply. */
export function ReaderDialog() {
  const reading = useUi(state => state.reading)
  return (
    <Dialog opened={reading !== null} onClose={close} size="lg" title={<ReaderTitle />}>
      {reading?.type === 'article' && <ArticleReader articleId={reading.id} />}
      {reading?.type === 'known-issue' && <IssueReader issueId={reading.id} onClose={close} />}
    </Dialog>
  )
}

function ReaderTitle() {
  const { t } = useTranslation()
  const reading = useUi(state => state.reading)
  const article = useLiveValue('articles.get', reading?.type === 'article' ? { articleId: reading.id } : null)
  const known = useLiveValue(
    'knownIssues.get',
    reading?.type === 'known-issue' ? { issueId: reading.id } : null,
  )
  const issue = known && `${known.issue.code} ${known.issue.title}`
  return <span dir="auto">{article?.title ?? issue ?? t('knowledge.title')}</span>
}

function ArticleReader({ articleId }: { readonly articleId: string }) {
  const { t } = useTranslation()
  const article = useLiveQuery('articles.get', { articleId })
  if (article.state === 'loading') return <Skeleton rows={6} />
  if (article.state === 'failed') return <LoadFailed error={article.error} onRetry={article.reload} />
  if (article.value === null) return <EmptyState>{t('knowledge.notHere')}</EmptyState>
  return <ArticleText article={article.value} />
}

/** Words the reader marked inside the text; empty when none are. */
function markedIn(element: HTMLElement | null): string {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || !element?.contains(selection.anchorNode)) return ''
  return selection.toString().trim()
}

function ArticleText({ article }: { readonly article: Article }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const text = useRef<HTMLDivElement>(null)
  const canWrite = currentTicket() !== null
  const put = (words: string): void => {
    close()
    insertWords(words)
  }
  const { url } = article
  return (
    <>
      <div className={classes['facts']}>
        <Chip>{languageName(article.language)}</Chip>
        {article.tags.slice(0, 8).map(tag => (
          <Chip key={tag}>{tag}</Chip>
        ))}
        <span>{t('knowledge.updated', { time: dateOnly(article.updatedAtMs, nowMs) })}</span>
      </div>
      <div
        ref={text}
        className={classes['text']}
        dir="auto"
        tabIndex={0}
        data-autofocus
        lang={article.language}
        data-text
      >
        {article.body}
      </div>
      <p className={classes['hint']}>{t('knowledge.markHint')}</p>
      <Group justify="flex-end" mt={12}>
        {url !== null && (
          <Button variant="subtle" onClick={() => void act('app.copyText', { text: url })}>
            {t('knowledge.copyLink')}
          </Button>
        )}
        {url !== null && (
          <Button variant="default" disabled={!canWrite} onClick={() => put(`${article.title}: ${url}`)}>
            {t('knowledge.insertLink')}
          </Button>
        )}
        <Button
          disabled={!canWrite}
          // The button must not take the marking away before it is read.
          onMouseDown={event => event.preventDefault()}
          onClick={() => put(markedIn(text.current) || article.body)}
        >
          {t('knowledge.insertText')}
        </Button>
      </Group>
    </>
  )
}
