import fc from 'fast-check'
import type { GuideAnswer, GuideStep } from '../../../../shared/domain/guides.ts'
import type { GuideContent } from '../../../../shared/rules/guides/guide-problems.ts'

export const answerTo = (id: string, next: string | null): GuideAnswer => ({
  id,
  label: id,
  next,
  end: next === null ? 'done' : null,
  result: null,
})
export const aStep = (id: string, answers: readonly GuideAnswer[] = []): GuideStep => ({
  id,
  title: `Step ${id}`,
  text: '',
  say: null,
  notes: null,
  isOptional: false,
  answers: [...answers],
})
export const aGuide = (fields: Partial<GuideContent> = {}): GuideContent => ({
  key: 'a-guide',
  format: 'tree',
  title: 'A guide',
  summary: '',
  language: 'en',
  tags: [],
  fits: { products: [], codes: [], words: [] },
  steps: [aStep('one', [answerTo('yes', null)])],
  ...fields,
})

/** Trees people can be led by: every step is led to by an earlier one, and every answer leads on or ends. */
export const goodTrees = fc
  .array(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 9 })
  .chain(shape =>
    fc.array(fc.nat(), { minLength: shape.length, maxLength: shape.length }).map(parents => {
      const steps = shape.map((draws, index) =>
        draws.map((draw, at) => {
          // A later step, or the end.
          const later = index + 1 + (draw % (shape.length - index))
          return answerTo(`a${at}`, later < shape.length ? `s${later}` : null)
        }),
      )
      for (let index = 1; index < steps.length; index += 1) {
        const parent = steps[(parents[index] ?? 0) % index]
        parent?.push(answerTo(`to-s${index}`, `s${index}`))
      }
      return aGuide({ steps: steps.map((answers, index) => aStep(`s${index}`, answers)) })
    }),
  )
