import { useDeferredValue, useMemo, useState } from 'react'
import { findPersonal, isAskedAbout, reachesIn } from '../../shared/rules/personal-data/find-personal.ts'
import type { KnownData, PersonalFinding } from '../../shared/rules/personal-data/find-personal.ts'
import { useLiveValue } from './use-live-query.ts'

type Written = {
  readonly body: string
  readonly customerId: string | null
  readonly ticketId: string | null
  /** Whom it goes to, as addresses; null: it stays within the team. */
  readonly receivers: readonly string[] | null
}
export type PersonalCheck = {
  readonly findings: readonly PersonalFinding[]
  /** In the words as they are now, not as they were a moment ago. */
  readonly inWords: (body: string) => readonly PersonalFinding[]
}

const NOBODY: KnownData['others'] = []

/** Addresses and numbers in the words that lead to other customers. */
function useOthers(text: string, { customerId, ticketId, receivers }: Written): KnownData['others'] {
  const { emails, phones } = useMemo(() => reachesIn(text), [text])
  const to = new Set(receivers?.map(address => address.toLowerCase()))
  const unknown = emails.filter(email => !to.has(email.toLowerCase()))
  const isAsked = receivers !== null && unknown.length + phones.length > 0
  return (
    useLiveValue(
      'people.reached',
      isAsked ? { customerId, ticketId, emails: [...unknown], phones: [...phones] } : null,
    ) ?? NOBODY
  )
}

/** What they told in confidence. */
function useTold(customerId: string | null): readonly string[] {
  const portrait = useLiveValue('customers.portrait', customerId === null ? null : { customerId })
  const preferences = portrait?.preferences
  return useMemo(
    () => preferences?.flatMap(each => (each.sensitivity === 'ordinary' ? [] : [each.value])) ?? [],
    [preferences],
  )
}

/** What is personal in words that are being written, with what this laptop knows; nothing of it needs the network. */
export function usePersonal(written: Written): PersonalCheck {
  // A draft that stands there already is read behind the first paint.
  const text = useDeferredValue(written.body, '')
  const others = useOthers(text, written)
  const sensitive = useTold(written.customerId)
  const first = useMemo(() => findPersonal(text, { house: [], others, sensitive }), [text, others, sensitive])
  const macros = useLiveValue('macros.list', first.length === 0 ? null : {})
  const known = useMemo(
    () => ({ house: macros?.flatMap(({ body }) => body ?? []) ?? [], others, sensitive }),
    [macros, others, sensitive],
  )
  const findings = useMemo(
    () => (first.length === 0 ? first : findPersonal(text, known)),
    [first, text, known],
  )
  return { findings, inWords: body => findPersonal(body, known) }
}

export type LeavingQuestion<Choice> = {
  /** What it is about; empty while nothing is asked. */
  readonly asked: readonly PersonalFinding[]
  /** How it was to be sent when it was asked. */
  readonly choice: Choice | undefined
  /** Whether the words may go: once for the same words it asks instead. */
  readonly forget: () => void
  readonly mayLeave: (body: string, choice?: Choice) => boolean
}

/** Asks once before a card, an account or a key leaves, or whatever `isAsked` says; the second time it goes. */
export function useLeavingQuestion<Choice>(
  { findings, inWords }: PersonalCheck,
  isAsked: (finding: PersonalFinding) => boolean = isAskedAbout,
): LeavingQuestion<Choice> {
  const about = (found: readonly PersonalFinding[]): string =>
    found
      .filter(isAsked)
      .map(({ words }) => words)
      .join('\n')
  const [state, setState] = useState<{ readonly about: string; readonly choice: Choice | undefined } | null>(
    null,
  )
  const isAsking = state !== null && state.about === about(findings)
  return {
    asked: isAsking ? findings.filter(isAsked) : [],
    choice: state?.choice,
    forget: () => setState(null),
    mayLeave: (body, choice) => {
      const now = about(inWords(body))
      const isAnswered = now === '' || state?.about === now
      // The next words are asked about again.
      setState(isAnswered ? null : { about: now, choice })
      return isAnswered
    },
  }
}
