const MARK = 'joined '
const AND = ' + '

/** How a set of texts is called whose clauses are from one source or two. */
export const joinedName = (from: readonly string[]): string => `${MARK}${from.join(AND)}`

export const isJoined = (source: string): boolean => source.startsWith(MARK)

const IN_A_ROW = ' in a row:'

/** The template of a text that is whole texts one after the other. */
export const longTemplate = (source: string, index: number): string => `${source}${IN_A_ROW}${index}`

export const isLong = (template: string): boolean => template.includes(IN_A_ROW)

/** The sources a text is made of: its own, or those its joined or bundled parts are from. */
export const sourcesOf = (source: string): readonly string[] =>
  isJoined(source) ? source.slice(MARK.length).split(AND) : [source.replace('bundles-', '')]
