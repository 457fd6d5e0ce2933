const MARK = 'joined '
const AND = ' + '

/** How a set of texts is called whose clauses are from one source or two. */
export const joinedName = (from: readonly string[]): string => `${MARK}${from.join(AND)}`

export const isJoined = (source: string): boolean => source.startsWith(MARK)

/** The sources a text is made of: its own, or those its joined or bundled parts are from. */
export const sourcesOf = (source: string): readonly string[] =>
  isJoined(source) ? source.slice(MARK.length).split(AND) : [source.replace('bundles-', '')]
