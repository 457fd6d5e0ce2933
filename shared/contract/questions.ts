import { z } from 'zod'
import { QUESTIONS_LIMIT } from './asking.ts'
import { method, returns } from './define.ts'
import type { PackedReply } from './reply.ts'

/** One of the queries of the data process with its input. */
export const Question = z.strictObject({ name: z.string().max(60), input: z.unknown() })
export type Question = z.infer<typeof Question>

export const questionMethods = {
  /**
   * What a screen asks at once, in one message instead of one each: a message crosses four threads there and back,
   * which takes longer than most answers. Answered in order, each by itself: one that fails fails alone.
   */
  'questions.ask': method({
    owner: 'main',
    kind: 'query',
    input: z.strictObject({ questions: z.array(Question).min(1).max(QUESTIONS_LIMIT) }),
    output: returns<readonly PackedReply[]>(),
  }),
} as const
