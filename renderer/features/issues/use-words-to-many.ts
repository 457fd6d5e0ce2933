import { useRef } from 'react'
import type { PersonalFinding } from '../../../shared/rules/personal-data/find-personal.ts'
import { takeOut } from '../../../shared/rules/personal-data/find-personal.ts'
import { useLeavingQuestion, usePersonal } from '../../data/use-personal.ts'
import { replaceText } from '../../lib/replace-text.ts'

type Field = HTMLTextAreaElement | HTMLInputElement

/** How the fields of words to many are called; each further language stands under its code. */
export const BODY = 'body'
export const SUBJECT = 'subject'

const everything = (): boolean => true

/**
 * What is personal in words that go to many, as in a reply: to some of them it is somebody else's, so all of it is asked
 * about once. It is taken out of the field it stands in, whose own undo brings it back.
 */
export function useWordsToMany(texts: readonly string[]) {
  const fields = useRef(new Map<string, Field>())
  const body = texts.join('\n\n')
  const check = usePersonal({ body, customerId: null, ticketId: null, receivers: [] })
  const question = useLeavingQuestion(check, everything)
  const takeOutOf = (one?: PersonalFinding): void => {
    for (const field of fields.current.values()) {
      const found = check.inWords(field.value)
      const meant = one ? found.filter(({ words }) => words === one.words) : found
      if (meant.length > 0) replaceText(field, takeOut(field.value, meant))
    }
    question.forget()
  }
  return {
    findings: check.findings,
    asked: question.asked,
    takeOut: takeOutOf,
    /** Whether they may go: once for the same words it asks instead. */
    mayLeave: (): boolean => question.mayLeave(body),
    fieldOf:
      (name: string) =>
      (field: Field | null): void => {
        if (field) fields.current.set(name, field)
        else fields.current.delete(name)
      },
  }
}

export type WordsToMany = ReturnType<typeof useWordsToMany>
