type Order = { readonly id: number; readonly name: string; readonly input: unknown }

/** Answers the orders of the process that started this one, and ends with it. */
export function serveOrders(take: (name: string, input: unknown) => Promise<unknown>): void {
  const tell = (message: unknown): void => void process.send?.(message)
  process.on('message', ({ id, name, input }: Order) => {
    take(name, input).then(
      value => tell({ kind: 'answer', id, value }),
      (error: unknown) =>
        tell({
          kind: 'failed',
          id,
          reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
    )
  })
  // Ctrl-C is the parent's to handle.
  process.on('SIGINT', () => {})
  process.on('disconnect', () => process.exit(0))
}
