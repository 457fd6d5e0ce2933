import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError, ErrorCode } from '../../shared/errors.ts'

type Part = 'body' | 'query' | 'params'

/**
 * Parses a part of a request. Throws `bad-request` naming the place, never quoting the value: it may be a customer's
 * words or a password.
 */
export function inputOf<T>(schema: z.ZodType<T>, request: FastifyRequest, part: Part): T {
  const parsed = z.safeParse(schema, request[part])
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]?.path.map(String) ?? []
  const where = [part, ...path].join('.').slice(0, 100)
  throw new AppError(ErrorCode.BadRequest, 'Input refused', { where })
}

/** A whole number out of a query string or header; refuses signs, spaces, exponents and what is too large. */
export const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

/** A header as a whole number. Throws `bad-request` naming the header. */
export function numberHeader(request: FastifyRequest, name: string): number {
  const parsed = z.safeParse(wholeNumber, request.headers[name])
  if (parsed.success) return parsed.data
  throw new AppError(ErrorCode.BadRequest, 'Input refused', { where: `headers.${name}` })
}
