import { HINT_LIMIT_BYTES } from '../../shared/protocol/version.ts'
import type { FeedRange } from './feed-range.ts'
import { viewsOf } from './feed-range.ts'
import type { Hint, LiveReader } from './sink.ts'
import { frameText, numberHint } from './sink.ts'

/**
 * Makes the hint of a range for each reader. Every row is turned into text once, and readers who see the same entries
 * share one text: a change that goes to a thousand consoles costs one serialisation.
 */
export function hintWriter(range: FeedRange): (reader: LiveReader) => Hint {
  const { fromSeq, toSeq, content } = range
  const onlyNumber: Hint = { seq: toSeq, text: frameText(numberHint(toSeq)) }
  if (content === null) return () => onlyNumber
  const entryTexts = new Map<string, string>()
  const written = new Map<string, Hint>()

  const hintOf = (reader: LiveReader): Hint => {
    const views = viewsOf(content, reader)
    if (views === null) return onlyNumber
    const key = views.map(({ place, meaning }) => `${place}${meaning}`).join()
    const known = written.get(key)
    if (known) return known
    const texts = views.map(view => {
      const viewKey = `${view.place}${view.meaning}`
      const text = entryTexts.get(viewKey) ?? JSON.stringify(view.entry)
      entryTexts.set(viewKey, text)
      return text
    })
    const head = `{"kind":"hint","seq":${toSeq},"fromSeq":${fromSeq},"cursor":null,"entries":[`
    const text = `${head}${texts.join()}]}`
    const hint = Buffer.byteLength(text) <= HINT_LIMIT_BYTES ? { seq: toSeq, text } : onlyNumber
    written.set(key, hint)
    return hint
  }
  if (!content.isSameForAll) return hintOf
  // Nobody has to be looked at: of a thousand readers each would be asked about each entry.
  let same: Hint | null = null
  return reader => (same ??= hintOf(reader))
}
