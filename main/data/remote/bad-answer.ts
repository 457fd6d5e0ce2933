/** The answer came and is not what it should be. */
export class BadAnswer extends Error {}
