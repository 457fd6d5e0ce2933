import type { FastifyInstance } from 'fastify'

/** Listens and answers the address laptops connect to; port 0 takes any free one. */
export async function listen(
  http: FastifyInstance,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  await http.listen({ host, port })
  const address = http.server.address()
  const shown = host.includes(':') ? `[${host}]` : host
  return `http://${shown}:${typeof address === 'object' && address ? address.port : port}`
}
