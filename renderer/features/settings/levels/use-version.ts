import { useState } from 'react'
import { sameContent } from '../../../../shared/rules/sla/same-content.ts'

export type Edited<Content> = {
  readonly content: Content
  readonly change: (part: Partial<Content>) => void
  readonly reset: () => void
  readonly isChanged: boolean
  /** The version the editor began with; 0: there was none. */
  readonly seen: number
  /** Somebody set another version while this one was being edited. */
  readonly isOvertaken: boolean
}
type Standing<Content> = { readonly version: number; readonly content: Content }

/**
 * What is being edited on top of the version that stands. A newer version is taken over where nothing was changed here,
 * or where it says the same; else the edit stays, and the hub will ask.
 */
export function useVersion<Content extends object>(standing: Standing<Content>): Edited<Content> {
  const [base, setBase] = useState(standing)
  const [content, setContent] = useState(standing.content)
  const isChanged = !sameContent(content, base.content)
  if (base.version !== standing.version && (!isChanged || sameContent(content, standing.content))) {
    setBase(standing)
    setContent(standing.content)
  }
  return {
    content,
    change: part => setContent({ ...content, ...part }),
    reset: () => {
      setBase(standing)
      setContent(standing.content)
    },
    isChanged,
    seen: base.version,
    isOvertaken: base.version !== standing.version,
  }
}
