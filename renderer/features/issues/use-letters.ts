import { useState } from 'react'
import type { BulkPersonal } from '../../../shared/contract/bulk.ts'
import { personalInMany } from '../../data/bulk-personal.ts'
import type { Words } from '../../data/tell-all.ts'
import type { WordsToMany } from './use-words-to-many.ts'

/** What is personal in the single letters and does not stand in the words of all: a place brought it in, or it was told in confidence. */
export function useLetters({ findings }: WordsToMany) {
  const [found, setFound] = useState<readonly BulkPersonal[]>([])
  const [isLooking, setLooking] = useState(false)
  const isOfAll = new Set(findings.map(({ words }) => words))
  /** Whether they may go: once it asks instead. */
  const mayLeave = async (ticketIds: readonly string[], { body, variants }: Words): Promise<boolean> => {
    if (isLooking) return false
    if (found.length > 0) return true
    setLooking(true)
    const action = { type: 'reply' as const, body, variants: [...variants] }
    const all = await personalInMany({ ticketIds, actions: [action], kind: 'support' })
    setLooking(false)
    if (all === null) return false
    const own = all
      .map(each => ({ ...each, findings: each.findings.filter(({ words }) => !isOfAll.has(words)) }))
      .filter(each => each.findings.length > 0)
    setFound(own)
    return own.length === 0
  }
  return { found, isLooking, mayLeave, forget: () => setFound([]) }
}
