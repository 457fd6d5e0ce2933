import type { Dice } from '../../../shared/demo/dice.ts'
import { names } from './names.ts'
import type { NameList } from './names.ts'
import type { Place } from './places.ts'

export type Person = {
  readonly name: string
  /** What a colleague calls them. */
  readonly first: string
  readonly family: string
  /** Latin letters, for an address: "ana.garcia". */
  readonly mailbox: string
}

const nativeOf = (entry: string): string => entry.split('/')[0] ?? entry
const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
  ı: 'i',
  æ: 'ae',
}

/** Letters a to z, digits and dashes only. */
export const toLatin = (text: string): string =>
  text
    .replace(/[ßøØłŁđĐıæ]/g, letter => SPECIAL[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const romanOf = (entry: string): string => toLatin(entry.split('/')[1] ?? entry)

export function makePerson(dice: Dice, place: Place): Person {
  const list: NameList = names[place.names]
  const given = dice.pick(list.given)
  const family = dice.pick(list.family)
  const [first, last] = [nativeOf(given), nativeOf(family)]
  const parts = list.isFamilyFirst ? [last, first] : [first, last]
  return {
    name: parts.join(list.isFamilyFirst ? list.between : ' '),
    first,
    family: last,
    mailbox: `${romanOf(given)}.${romanOf(family)}`,
  }
}
