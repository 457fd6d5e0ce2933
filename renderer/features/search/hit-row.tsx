import { IconBook2, IconBug, IconMail, IconUser } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { SearchHit } from '../../../shared/contract/search.ts'
import { KindMark } from '../../components/kind-mark.tsx'
import { Ago } from '../../components/time-text.tsx'
import { cx } from '../../lib/cx.ts'
import classes from './search.module.css'

const icons = { ticket: IconMail, customer: IconUser, article: IconBook2, 'known-issue': IconBug } as const

type HitRowProps = {
  readonly id: string
  readonly hit: SearchHit
  readonly heading: string | null
  readonly isChosen: boolean
  readonly onPoint: () => void
  readonly onOpen: () => void
}

/** One hit, with the words that were searched for marked where they stand. */
export function HitRow({ id, hit, heading, isChosen, onPoint, onOpen }: HitRowProps) {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const Icon = icons[hit.subject]
  return (
    <>
      {heading !== null && (
        <li className={classes['heading']} role="presentation">
          {heading}
        </li>
      )}
      <li
        ref={row}
        id={id}
        role="option"
        aria-selected={isChosen}
        className={cx(classes['hit'], isChosen && classes['chosen'])}
        onMouseMove={onPoint}
        onClick={onOpen}
      >
        <Icon className={classes['icon']} aria-hidden />
        <span className={classes['text']}>
          <span className={classes['title']} dir="auto">
            {hit.title}
          </span>
          <span className={cx(classes['excerpt'], isChosen && classes['whole'])} dir="auto">
            {hit.excerpt.map((part, index) =>
              part.isHit ? <mark key={index}>{part.text}</mark> : part.text,
            )}
          </span>
          {hit.detail !== '' && <span className={classes['detail']}>{hit.detail}</span>}
        </span>
        <span className={classes['side']}>
          {hit.kinds.map(kind => (
            <KindMark key={kind} kind={kind} size={14} />
          ))}
          {hit.atMs !== null && <Ago atMs={hit.atMs} />}
        </span>
      </li>
    </>
  )
}
