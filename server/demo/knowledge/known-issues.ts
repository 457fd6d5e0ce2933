import type { KnownIssue } from '../../../shared/domain/knowledge.ts'
import type { Catalogue, ProductKey } from '../catalogue.ts'
import { DAY_MS, HOUR_MS } from '../world.ts'
import type { World } from '../world.ts'

export const ISSUE_CODES = [
  'KE-104',
  'KE-109',
  'KE-112',
  'KE-114',
  'KE-115',
  'KE-117',
  'KE-118',
  'KE-119',
  'KE-120',
  'KE-121',
  'KE-122',
] as const
export type IssueCode = (typeof ISSUE_CODES)[number]
export type Issues = Readonly<Record<IssueCode, KnownIssue>>

type IssueFacts = {
  readonly title: string
  readonly product: ProductKey
  readonly versions: readonly string[]
  readonly symptoms: string
  readonly codes: readonly string[]
  readonly workaround: string | null
  readonly state: 'investigating' | 'known' | 'fixing' | 'fixed' | 'wont-fix'
  readonly fixedIn: string | null
  readonly ageMs: number
  readonly engineering?: string
}

const facts: Readonly<Record<IssueCode, IssueFacts>> = {
  'KE-104': {
    title: 'Update hangs behind an authenticating proxy',
    product: 'till',
    versions: ['< 8.3'],
    symptoms:
      'The till app says an update is ready but never installs it. Only in offices with a proxy that asks for a password.',
    codes: ['E-204'],
    workaround:
      'Add the update address to the proxy’s exceptions, or run the installer once by hand. From 8.3 on the proxy is asked properly.',
    state: 'fixed',
    fixedIn: '8.3',
    ageMs: 84 * DAY_MS,
  },
  'KE-109': {
    title: 'Stock tablet shows yesterday’s count after midnight',
    product: 's10',
    versions: ['11.4'],
    symptoms: 'Stock counts on the S10 tablet stay at the value of the day before until it is restarted.',
    codes: [],
    workaround: 'Pull the list down once to refresh it, or update to 12.0.',
    state: 'fixed',
    fixedIn: '12.0',
    ageMs: 160 * DAY_MS,
  },
  'KE-112': {
    title: 'Two-factor codes rejected when the clock is off',
    product: 'till',
    versions: ['8.x'],
    symptoms:
      'Six-digit sign-in codes are rejected although the phone shows a new one every thirty seconds. The till’s clock is more than a minute off.',
    codes: ['E-118'],
    workaround:
      'Set till and phone to automatic time. Where the time server is blocked, name the customer’s own under Settings, Network, Time.',
    state: 'known',
    fixedIn: null,
    ageMs: 40 * DAY_MS,
  },
  'KE-114': {
    title: 'Receipts cut off the last line',
    product: 'r80',
    versions: ['5.1', '5.3'],
    symptoms:
      'The last line of long receipts is missing; the cutter comes too early. Mostly with forty or more items.',
    codes: [],
    workaround: 'Add two empty lines to the footer of the receipt.',
    state: 'fixing',
    fixedIn: '5.4',
    ageMs: 25 * DAY_MS,
  },
  'KE-115': {
    title: 'Presentation scanner reads mirrored labels twice',
    product: 'p60',
    versions: ['1.6', '1.7', '1.8'],
    symptoms: 'Bottles with a label on both sides are counted twice by the P60.',
    codes: [],
    workaround: 'Switch on "same code once a second" under Devices, Scanner.',
    state: 'wont-fix',
    fixedIn: null,
    ageMs: 200 * DAY_MS,
  },
  'KE-117': {
    title: 'Pairing fails below 2.3',
    product: 'p40',
    versions: ['< 2.3'],
    symptoms:
      'The P40 scanner does not pair with the till. It blinks red and the app says E-310. Restarting and pairing again have no effect.',
    codes: ['E-310'],
    workaround: 'Install firmware 2.3 over USB (five minutes), then pair once more from Settings, Devices.',
    state: 'known',
    fixedIn: '2.3',
    ageMs: 21 * DAY_MS,
  },
  'KE-118': {
    title: 'Label printer drops off the network after sleeping',
    product: 'l20',
    versions: ['2.9', '3.0', '3.1'],
    symptoms:
      'The L20 label printer is offline every morning until it is restarted. The light stays green. It goes to sleep and does not answer the router.',
    codes: ['E-415'],
    workaround:
      'Switch off "deep sleep" in the printer’s menu under Network, Power; give it a fixed address where the router’s lease is short.',
    state: 'fixing',
    fixedIn: '3.2',
    ageMs: 12 * DAY_MS,
  },
  'KE-119': {
    title: 'Declined payments counted twice in the end-of-day total',
    product: 't5',
    versions: ['4.9', '5.1'],
    symptoms:
      'The card terminal shows more than the till at the end of the day, after a card was declined and tried again. Nothing was charged twice.',
    codes: [],
    workaround: 'Update the terminal to 5.2 from its own menu; correct the affected days in the report.',
    state: 'known',
    fixedIn: '5.2',
    ageMs: 55 * DAY_MS,
  },
  'KE-120': {
    title: 'Arabic and Hebrew item names reversed on receipts',
    product: 'r80',
    versions: ['5.1'],
    symptoms:
      'Item names written from right to left are printed in the wrong order on receipts; on the screen they are right.',
    codes: [],
    workaround: 'Update the printer to 5.3 and choose "as on screen" under Receipt, Text.',
    state: 'fixed',
    fixedIn: '5.3',
    ageMs: 110 * DAY_MS,
  },
  'KE-121': {
    title: 'Export of large catalogues fails with E-1042',
    product: 'catalogue',
    versions: ['4.7'],
    symptoms:
      'The export of the catalogue stops with E-1042, try again later. Catalogues of more than ten thousand items.',
    codes: ['E-1042'],
    workaround: 'Export by category. We can run the export for a customer and put the file into the account.',
    state: 'investigating',
    fixedIn: null,
    ageMs: 5 * HOUR_MS,
    engineering: 'PB-881',
  },
  'KE-122': {
    title: 'Recall: P60 stands made before June can tip over',
    product: 'p60',
    versions: ['1.5'],
    symptoms:
      'The foot of the P60 presentation scanner was glued, not screwed, in the first series. It can come off when the scanner is lifted by its head.',
    codes: [],
    workaround:
      'Screw the scanner to the counter with the plate in the box, or use it lying down until the new foot is there. A new foot is free and needs no tools.',
    state: 'known',
    fixedIn: '1.6',
    ageMs: 26 * HOUR_MS,
    engineering: 'HW-204',
  },
}

export function addKnownIssues(world: World, products: Catalogue): Issues {
  const add = (code: IssueCode): KnownIssue => {
    const { title, product, versions, symptoms, codes, workaround, state, fixedIn, ageMs, engineering } =
      facts[code]
    return world.add('knownIssues', {
      id: world.id(world.nowMs - ageMs),
      code,
      title,
      productId: products[product].id,
      affectedVersions: [...versions],
      symptoms,
      errorCodes: [...codes],
      workaround,
      state,
      fixedInVersion: fixedIn,
      updatedAtMs: world.nowMs - ageMs / 2,
      engineeringKey: engineering ?? null,
      ticketCount: null,
      customerCount: null,
      openTicketCount: null,
    })
  }
  return Object.fromEntries(ISSUE_CODES.map(code => [code, add(code)])) as Issues
}
