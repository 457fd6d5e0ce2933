import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AppError, ErrorCode, fromWireError, toWireError } from '../../shared/errors.ts'

describe('an error over a seam', () => {
  test('arrives as it was sent', () => {
    const sent = new AppError(ErrorCode.Conflict, 'Changed meanwhile', { count: 2, name: null, isOpen: true })
    expect(fromWireError(structuredClone(toWireError(sent)))).toEqual(sent)
  })

  test('of a refused input names the place and never the value', () => {
    const input = z.object({ mail: z.object({ to: z.array(z.email()) }) })
    const { error } = input.safeParse({ mail: { to: ['a@b.example', 'a secret'] } })

    expect(toWireError(error)).toEqual({
      code: ErrorCode.BadRequest,
      message: 'Input refused',
      details: { where: 'mail.to.1' },
    })
    expect(JSON.stringify(toWireError(error))).not.toContain('secret')
  })

  test('of an unknown cause keeps no text', () => {
    expect(toWireError(new TypeError('quotes a customer'))).toEqual({
      code: ErrorCode.Internal,
      message: 'Unexpected failure',
      details: { name: 'TypeError' },
    })
  })

  test('with a code nobody knows is internal', () => {
    expect(fromWireError({ code: 'made-up', message: 'x' })).toMatchObject({ code: ErrorCode.Internal })
  })

  test.each([
    null,
    'text',
    {},
    { code: 1, message: 'x' },
    { code: 'conflict' },
    { code: 'conflict', message: 'x', details: { deep: {} } },
    { code: 'conflict', message: 'x', details: ['a'] },
    { code: 'conflict', message: 'x', details: null },
  ])('that is malformed is a bad answer: %j', raw => {
    expect(fromWireError(raw)).toMatchObject({ code: ErrorCode.BadAnswer })
  })
})
