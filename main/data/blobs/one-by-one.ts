/** Runs work of one name in order, one after the other; work of different names at the same time. */
export type OneByOne = <T>(name: string, work: () => Promise<T>) => Promise<T>

export function createOneByOne(): OneByOne {
  const ends = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const result = (ends.get(name) ?? Promise.resolve()).then(work)
    const end = result
      .catch(() => {})
      .then(() => {
        if (ends.get(name) === end) ends.delete(name)
      })
    ends.set(name, end)
    return result
  }
}
