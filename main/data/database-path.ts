import { join } from 'node:path'

/** The one database of a place, inside its folder. */
export const databasePath = (folder: string): string => join(folder, 'tandem.db')
