import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { desk } from '../../desk.ts'
import { cx } from '../../lib/cx.ts'
import { splitLinks } from '../../lib/split-links.ts'
import { splitQuoted } from '../../lib/quoted-text.ts'
import { Fold } from './fold.tsx'
import { useHoldPlace } from './hold-place.ts'
import classes from './item.module.css'

/** Beyond this a text is cut with a way to see the rest: a log pasted into a mail must not stall the list. */
const LONG = 12_000

/** A plain text as it was written, with what it only quotes folded away. */
export function PlainBody({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const [isUnfolded, setUnfolded] = useState(false)
  const [isWhole, setWhole] = useState(false)
  const hold = useHoldPlace()
  const showRest = (): void => {
    hold()
    setWhole(true)
  }
  const { fresh, quoted } = splitQuoted(text)
  const isCut = fresh.length > LONG && !isWhole
  return (
    <>
      <div className={classes['body']} dir="auto" data-text>
        <Linked text={isCut ? fresh.slice(0, LONG) : fresh} />
      </div>
      {isCut && (
        <button type="button" className={classes['fold']} onClick={showRest}>
          {t('ticket.showRest')}
        </button>
      )}
      {quoted !== '' && <Fold isUnfolded={isUnfolded} onUnfold={setUnfolded} />}
      {isUnfolded && (
        <div className={cx(classes['body'], classes['quoted'])} dir="auto" data-text>
          <Linked text={quoted} />
        </div>
      )}
    </>
  )
}

function Linked({ text }: { readonly text: string }) {
  return splitLinks(text).map((part, index) =>
    part.url === null ? (
      part.text
    ) : (
      <a
        key={index}
        href={part.url}
        onClick={event => {
          event.preventDefault()
          if (part.url !== null) void desk.call('app.openExternal', { url: part.url })
        }}
      >
        {part.text}
      </a>
    ),
  )
}
