import { sharedWords } from '../diagnosis/earlier-entries.ts'
import { questionsIn } from '../diagnosis/questions-in.ts'
import { foldText } from '../fold-text.ts'
import type { QuestionFacts } from './question-facts.ts'

/** So much of an answer is not said by chance. */
const TELLING = 40

type Looked =
  | { readonly topic: RegExp }
  | {
      /** The team's own words. */
      readonly question: string
      readonly answer: string
    }

const holds = (said: string, start: string): boolean => start.length > 0 && foldText(said).includes(start)

/** The customer has asked it, or was told: by its topic, or by the words of question and answer. */
export function hasCome(looked: Looked, { said }: Pick<QuestionFacts, 'said'>): boolean {
  if ('topic' in looked) return said.some(text => looked.topic.test(foldText(text)))
  const start = foldText(looked.answer.trim()).slice(0, TELLING)
  return said.some(
    text =>
      holds(text, start) ||
      [text, ...questionsIn(text)].some(each => sharedWords(looked.question, each).length > 0),
  )
}
