import type { FastifyReply } from 'fastify'

/**
 * The hub serves programs, never pages: whatever a browser would do with an answer is forbidden. There are no CORS
 * headers, so pages of other origins can read nothing.
 */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

export function setSecurityHeaders(reply: FastifyReply): void {
  void reply.headers(HEADERS)
}
