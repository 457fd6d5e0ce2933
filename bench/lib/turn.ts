/** Lets what waits have its turn: a signal to end is heard only between two pieces of work. */
export const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
