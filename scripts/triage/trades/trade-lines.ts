/**
 * More lines of a language, from many trades and in the tone of companies that write to companies: the desk of an IT
 * department, energy, travel, health, schools, town halls, software, telephony, machines. Written for this project; split
 * by line like the phrases.
 */
export type TradeLines = {
  readonly support: readonly string[]
  readonly service: readonly string[]
  /** Orders, contracts and money that mails about a fault mention in passing. */
  readonly besideSupport: readonly string[]
  /** Technical things that mails about service mention in passing. */
  readonly besideService: readonly string[]
  /** Faults that are over, and things that work: no work of either kind. */
  readonly settled: readonly string[]
  /** What formal mails say around the matter. */
  readonly formal: readonly string[]
}
