import { clicked } from './acting.mjs'

/** The supervisors' window. */
export const floorShots = [
  { name: 'floor-full' },
  { name: 'floor-full-dark', dark: true },
  { name: 'floor-full-1280', width: 1280, height: 800 },
  { name: 'floor-full-1920', width: 1920, height: 1080 },
  { name: 'floor-full-1920-dark', width: 1920, height: 1080, dark: true },
  // 200 % zoom of a window of 1440 by 900.
  { name: 'floor-full-zoom', width: 720, height: 450 },
  { name: 'floor-full-de', settings: { language: 'de' } },
  { name: 'floor-full-contrast', settings: { contrast: 'high', textSize: 150 } },
  { name: 'floor-empty', scene: 'floor-empty' },
  { name: 'floor-empty-dark-1280', scene: 'floor-empty', dark: true, width: 1280, height: 800 },
  { name: 'floor-offline', scene: 'floor-offline' },
  { name: 'floor-never', scene: 'floor-never' },
  { name: 'floor-sheet-tickets', act: clicked('Lena Kowalski') },
  { name: 'floor-sheet-laptops', act: clicked('All laptops') },
].map(shot => ({ scene: 'floor', ...shot }))
