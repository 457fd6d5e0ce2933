import type { FastifyReply, FastifyRequest } from 'fastify'
import { chooseEncoding, compressed } from './compression.ts'

/** Below this, compressing costs more than it saves. */
const MIN_COMPRESSED_BYTES = 1024

/** Sends JSON text, compressed when it is long and the client takes it. */
export async function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
): Promise<FastifyReply> {
  const type = 'application/json; charset=utf-8'
  if (text.length >= MIN_COMPRESSED_BYTES) return sendWhole(request, reply, { type, body: text })
  return reply.type(type).header('vary', 'accept-encoding').send(text)
}

type WholeAnswer = { readonly type: string; readonly body: string | Buffer }

/** Sends a body that is there as a whole, compressed when the client takes it. */
export async function sendWhole(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body }: WholeAnswer,
): Promise<FastifyReply> {
  void reply.type(type)
  if (!reply.hasHeader('vary')) void reply.header('vary', 'accept-encoding')
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  if (encoding === 'identity') return reply.send(body)
  return reply.header('content-encoding', encoding).send(await compressed(encoding, body))
}
