import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnplacedPost } from '../../../shared/domain/public-posts.ts'
import { isBadPost } from '../../../shared/rules/experience/public-posts.ts'
import { ChoosePerson } from '../../components/choose-person.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { act } from '../../data/use-action.ts'
import { useNow } from '../../lib/clock.ts'
import { focusSoon } from '../../lib/focus-soon.ts'
import { dateOnly, quoted } from '../../lib/format.ts'
import classes from './public-posts.module.css'

/** One post, in its writer's words, with who it may be. */
export function UnplacedLine({ post }: { readonly post: UnplacedPost }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const [isChoosing, setChoosing] = useState(false)
  const { id: postId, place, stars, body, author, named, postedAtMs, url, asideAtMs } = post
  const isAside = asideAtMs !== null
  return (
    <li className={classes['post']}>
      <div className={classes['words']}>
        <p>
          <strong dir="auto">{place}</strong>
          {stars !== null && (
            <span className={isBadPost(post) ? classes['bad'] : undefined}>
              {` · ${t('service.post.stars', { count: stars })}`}
            </span>
          )}
          {` · ${dateOnly(postedAtMs, nowMs)}`}
        </p>
        <p dir="auto">{quoted(body)}</p>
        <p>
          <bdi>{author ?? t('publicPosts.nameless')}</bdi>
          {named !== null && (
            <>
              {' · '}
              {t('publicPosts.said')} <bdi>{named}</bdi>
            </>
          )}
        </p>
      </div>
      <div className={classes['acts']}>
        <SmallButton aria-expanded={isChoosing} onClick={() => setChoosing(choosing => !choosing)}>
          {t('publicPosts.place')}
        </SmallButton>
        <SmallButton onClick={() => void act('publicPost.setAside', { postId, isAside: !isAside })}>
          {t(isAside ? 'publicPosts.back' : 'publicPosts.setAside')}
        </SmallButton>
        <LineMenu
          what={place}
          actions={[
            url === null
              ? null
              : { label: t('service.post.open'), run: () => void act('app.openExternal', { url }) },
          ]}
        />
      </div>
      {isChoosing && <Who post={post} onCancel={() => setChoosing(false)} />}
    </li>
  )
}

type WhoProps = { readonly post: UnplacedPost; readonly onCancel: () => void }

/** The name they write under is looked for first. */
function Who({ post, onCancel }: WhoProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(post.named ?? post.author ?? '')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => focusSoon(() => place.current?.querySelector('input')), [])
  return (
    <div
      ref={place}
      className={classes['who']}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onCancel()
      }}
    >
      <ChoosePerson
        label={t('publicPosts.who')}
        text={text}
        onText={setText}
        selectsOnFocus
        onChoose={({ id }) => void act('publicPost.place', { postId: post.id, customerId: id })}
      />
    </div>
  )
}
