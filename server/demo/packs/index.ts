import { ar } from './ar.ts'
import { cs } from './cs.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { he } from './he.ts'
import { hi } from './hi.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import { nl } from './nl.ts'
import type { Pack } from './pack.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { tr } from './tr.ts'

const packs: Readonly<Record<string, Pack>> = { ar, cs, de, en, es, fr, he, hi, it, ja, ko, nl, pl, pt, tr }

/** Words of a language; English where there is no pack. */
export const packOf = (language: string): Pack => packs[language] ?? en
export const packLanguages = Object.keys(packs)
