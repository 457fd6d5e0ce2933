import { casesShots } from './cases.mjs'
import { consoleShots } from './console.mjs'
import { floorShots } from './floor.mjs'
import { menuShots } from './menus.mjs'
import { portraitShots } from './portrait.mjs'
import { scopeShots } from './scope.mjs'
import { settingsShots } from './settings.mjs'
import { settlingShots } from './settling.mjs'
import { viewShots } from './views.mjs'
import { writingShots } from './writing.mjs'

/** @type {{ name: string, scene?: string, width?: number, height?: number, settings?: object, dark?: boolean, act?: (page: import('@playwright/test').Page) => Promise<unknown> }[]} */
export const shots = [
  ...consoleShots,
  ...casesShots,
  ...writingShots,
  ...menuShots,
  ...settlingShots,
  ...portraitShots,
  ...scopeShots,
  ...settingsShots,
  ...viewShots,
  ...floorShots,
]
