/** Words and short phrases of a language, written for this project. */
export type Lexicon = {
  readonly support: readonly string[]
  readonly service: readonly string[]
  /** They stand in mails of both kinds and in mails about nothing. */
  readonly neutral: readonly string[]
}

/** Separated by semicolons. */
export const words = (text: string): readonly string[] =>
  text
    .split(';')
    .map(word => word.trim().replaceAll(/\s+/g, ' '))
    .filter(word => word !== '')
