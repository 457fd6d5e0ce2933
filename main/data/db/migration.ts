/** One step of the schema. Versions go up by tens, so that a fix can be put between two steps that were released. */
export type Migration = {
  readonly version: number
  readonly name: string
  readonly sql: string
}
