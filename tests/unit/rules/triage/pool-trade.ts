import { seededRandom } from '../../../../shared/demo/seeded-random.ts'
import type { TicketKind } from '../../../../shared/rules/work-kind.ts'

/** A trade the model was never taught: people who build and look after swimming pools, and their words for things. */
export type PoolMail = { readonly kind: TicketKind; readonly subject: string; readonly body: string }

type Side = {
  readonly things: readonly string[]
  readonly taught: readonly string[]
  readonly heldOut: readonly string[]
}

const support: Side = {
  things: ['skimmer', 'dosing pump', 'backwash valve', 'roller cover', 'salt cell', 'counter-current jet'],
  taught: [
    'the {t} sucks air and the water turned green overnight',
    'chlorine drops to zero by noon since the {t} hums',
    'the {t} jams halfway, the slats grind',
    'there is foam above the {t} and the water is milky',
    'the {t} drips, the plant room is wet',
    'algae all along the {t}, ph will not settle',
  ],
  heldOut: [
    'milky water again and the {t} hums all night',
    'the {t} grinds and then jams',
    'green algae near the {t}, chlorine is at zero',
    'plant room wet below the {t}, it drips',
  ],
}
const service: Side = {
  things: [
    'spring opening',
    'winter closing',
    'liner sample',
    'chlorine canister',
    'sauna hut',
    'poolside shower',
  ],
  taught: [
    'which week is free for the {t} this year',
    'could the {t} be done before the guests arrive on Whitsun',
    'two more of the {t}, same as last season',
    'we would rather have the {t} in sand than in azure',
    'please put the {t} off until after the holidays',
    'is the {t} part of the season card',
  ],
  heldOut: [
    'could we have the {t} in azure, same as the neighbours',
    'before Whitsun would be fine for the {t}, which week is free',
    'does the season card hold the {t} too',
    'the {t} should wait until the guests are gone after the holidays',
  ],
}

const sides: readonly (readonly [TicketKind, Side])[] = [
  ['support', support],
  ['service', service],
]

/** Mails of the trade; `from`: of the templates that are taught, or of those that are kept back. */
export function poolMails(from: 'taught' | 'heldOut', count: number): readonly PoolMail[] {
  const random = seededRandom(from === 'taught' ? 21 : 22)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  return Array.from({ length: count }, (_, index) => {
    const [kind, side] = sides[index % sides.length] ?? ['support', support]
    const said = (pick(side[from]) ?? '').replace('{t}', pick(side.things) ?? '')
    return { kind, subject: '', body: `Hello,\n\n${said}.\n\nKind regards\nA. Example` }
  })
}
