/**
 * Statements of one transaction that need nothing of each other travel in one go, in the order given. Waits for all, and
 * throws what the first one that failed said: behind it the others only say that the transaction is over.
 */
export async function together<T extends readonly unknown[]>(statements: {
  readonly [Key in keyof T]: Promise<T[Key]>
}): Promise<T> {
  const settled = await Promise.allSettled(statements)
  const failed = settled.find(one => one.status === 'rejected')
  if (failed) throw failed.reason
  return settled.map(one => (one.status === 'fulfilled' ? one.value : undefined)) as unknown as T
}
