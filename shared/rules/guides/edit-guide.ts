import type { Guide, GuideAnswer, GuideStep } from '../../domain/guides.ts'
import type { GuideContent } from './guide-problems.ts'

/** Languages words for customers are written in. */
export const WORD_LANGUAGES = ['en', 'de', 'es', 'fr', 'pt'] as const

const MOST_KEY = 60

/** A key made of a title, not one of those that are taken. */
export function keyFrom(title: string, taken: readonly string[]): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, MOST_KEY)
  const base = plain === '' ? 'guide' : plain
  if (!taken.includes(base)) return base
  const number = taken.length + 2
  const free = Array.from({ length: number }, (_, index) => `${base}-${index + 2}`)
  return free.find(each => !taken.includes(each)) ?? base
}

const freshId = (letter: string, taken: readonly string[]): string => {
  const free = Array.from({ length: taken.length + 1 }, (_, index) => `${letter}${index + 1}`)
  return free.find(each => !taken.includes(each)) ?? letter
}

export const freshAnswer = (answers: readonly GuideAnswer[]): GuideAnswer => ({
  id: freshId(
    'a',
    answers.map(({ id }) => id),
  ),
  label: '',
  next: null,
  end: null,
  result: null,
})

export const freshStep = (steps: readonly GuideStep[]): GuideStep => ({
  id: freshId(
    's',
    steps.map(({ id }) => id),
  ),
  title: '',
  text: '',
  say: null,
  notes: null,
  isOptional: false,
  answers: [],
})

/** A guide nobody has written anything into. */
export const freshGuide = (language: string): GuideContent => ({
  key: '',
  format: 'tree',
  title: '',
  summary: '',
  language,
  tags: [],
  fits: { products: [], codes: [], words: [] },
  steps: [{ ...freshStep([]), answers: [freshAnswer([])] }],
})

const withAnswers = (step: GuideStep, change: (answer: GuideAnswer) => GuideAnswer): GuideStep => ({
  ...step,
  answers: step.answers.map(change),
})

/** Without the step; answers that led there lead nowhere yet, which is said as a problem. */
export const withoutStep = (steps: readonly GuideStep[], stepId: string): readonly GuideStep[] =>
  steps
    .filter(({ id }) => id !== stepId)
    .map(step => withAnswers(step, answer => (answer.next === stepId ? { ...answer, next: null } : answer)))

/** A step further up; the first one is where the guide begins. */
export const movedUp = (steps: readonly GuideStep[], index: number): readonly GuideStep[] => {
  const step = steps[index]
  return index < 1 || !step ? steps : steps.toSpliced(index, 1).toSpliced(index - 1, 0, step)
}

/** Where an answer leads, as one word: 'next s2', 'end solved', '' for nowhere. */
export const wayOf = ({ next, end }: Pick<GuideAnswer, 'next' | 'end'>): string =>
  next !== null ? `next ${next}` : end !== null ? `end ${end}` : ''

/** The answer led that way and no other. */
export function ledTo(answer: GuideAnswer, way: string): GuideAnswer {
  const [kind, ...rest] = way.split(' ')
  const target = rest.join(' ')
  return {
    ...answer,
    next: kind === 'next' && target !== '' ? target : null,
    end: kind === 'end' && target !== '' ? target : null,
  }
}

/** A checklist has no answers, a step of a tree at least one; results belong to steps that are tried. */
export function shapedAs(
  content: GuideContent,
  format: Guide['format'] & GuideContent['format'],
): GuideContent {
  const steps = content.steps.map(step => ({
    ...step,
    answers: format === 'checklist' ? [] : step.answers.length > 0 ? step.answers : [freshAnswer([])],
  }))
  return { ...content, format, steps }
}

/** The step noted as asked, tried, or not at all; how trying went is no answer of any other step. */
export const notedAs = (step: GuideStep, notes: string | null): GuideStep =>
  withAnswers({ ...step, notes }, answer => (notes === 'tried' ? answer : { ...answer, result: null }))
