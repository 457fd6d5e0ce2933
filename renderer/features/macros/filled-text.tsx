import { Fragment } from 'react'
import { openPlaces } from '../../../shared/rules/fill-in.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import classes from './macros.module.css'

/** A text as it would go out, with the places that are still open marked. */
export function FilledText({ text }: { readonly text: string }) {
  const open = openPlaces(text)
  const starts = open.map((_, index) => {
    const before = open[index - 1]
    return before ? before.at + before.length : 0
  })
  const last = open.at(-1)
  return (
    <p className={classes['text']} dir="auto">
      {open.map((place, index) => (
        <Fragment key={place.at}>
          {text.slice(starts[index], place.at)}
          <mark>{dynamicText(`place.${place.name}`) ?? place.name}</mark>
        </Fragment>
      ))}
      {text.slice(last ? last.at + last.length : 0)}
    </p>
  )
}
