import { useTranslation } from 'react-i18next'
import type { PublicPost } from '../../../shared/domain/public-posts.ts'
import { isBadPost } from '../../../shared/rules/experience/public-posts.ts'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { Line } from '../../components/section.tsx'
import { canInsert, insertWords } from '../../data/insert-words.ts'
import { answerPost } from '../../data/relation-intents.ts'
import { act } from '../../data/use-action.ts'
import { useNow } from '../../lib/clock.ts'
import { dateOnly, quoted } from '../../lib/format.ts'
import { useAgent } from '../../stores/session-store.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import classes from './service-pane.module.css'

const SHOWN = 3

/** What they wrote about us in public: what nobody answers yet first. A line opens its answer. */
export function PublicPosts({ posts }: { readonly posts: readonly PublicPost[] }) {
  const inOrder = posts.toSorted((a, b) => Number(a.ticketId !== null) - Number(b.ticketId !== null))
  return inOrder.slice(0, SHOWN).map(post => <Post key={post.id} post={post} />)
}

function Post({ post }: { readonly post: PublicPost }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const agent = useAgent()
  const { place, stars, body, postedAtMs, ticketId, url } = post
  const answer = async (): Promise<void> => {
    const made = await answerPost(post, agent?.id ?? null)
    if (made !== null) openTicketInTab(made)
  }
  const actions: readonly (LineAction | null)[] = [
    ticketId === null ? { label: t('service.post.answer'), run: () => void answer() } : null,
    url === null ? null : { label: t('service.post.open'), run: () => void act('app.openExternal', { url }) },
    ticketId === null
      ? {
          label: t('service.post.notTheirs'),
          run: () => void act('publicPost.release', { postId: post.id, named: post.author, unmark: [] }),
        }
      : null,
    canInsert() ? { label: t('service.quoteNote'), run: () => insertWords(quoted(body), 'note') } : null,
  ]
  const state = ticketId === null ? t('service.post.unanswered') : t('service.post.answered')
  return (
    <Line
      title={
        <>
          <bdi>{place}</bdi>
          {stars !== null && (
            <span className={isBadPost(post) ? classes['late'] : undefined}>
              {` · ${t('service.post.stars', { count: stars })}`}
            </span>
          )}
        </>
      }
      detail={
        <>
          <bdi>{quoted(body)}</bdi>
          {` · ${dateOnly(postedAtMs, nowMs)} · ${state}`}
        </>
      }
      onOpen={ticketId === null ? undefined : () => openTicketInTab(ticketId)}
      quiet={<LineMenu what={place} actions={actions} />}
    />
  )
}
