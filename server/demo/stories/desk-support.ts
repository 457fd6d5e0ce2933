import { addTicket, answered, noted, opened, wrote } from '../add-ticket.ts'
import type { Known } from '../people/customers.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../world.ts'
import { addOwned, addPerson, writerOf } from './props.ts'

function addTomasz(stage: Stage): Known {
  const { nowMs } = stage.world
  const tomasz = addPerson(stage, {
    name: 'Tomasz Wiśniewski',
    first: 'Tomasz',
    email: 'tomasz@example.com',
    country: 'PL',
    shop: 'Księgarnia Latarnia',
    jobTitle: 'Owner',
    phone: '+48 22 555 0187',
    sinceMs: nowMs - 610 * DAY_MS,
    facts: {
      yearlyValueMinor: 1_240_000,
      health: 74,
      facts: 'Technical, tries things himself. Likes to know why.',
    },
  })
  addOwned(stage, tomasz, {
    product: 'l20',
    version: '3.1',
    serial: 'SN 24-1180',
    acquiredAtMs: nowMs - 90 * DAY_MS,
    state: 'broken',
    downSinceMs: nowMs - 5 * HOUR_MS,
    environment: { connection: 'network', lease: '2 h' },
  })
  addOwned(stage, tomasz, {
    product: 'till',
    version: '8.4',
    acquiredAtMs: nowMs - 600 * DAY_MS,
    environment: { system: 'Windows 11', tills: 2 },
  })
  return tomasz
}

function tellTomasz(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const tomasz = addTomasz(stage)
  const atMs = nowMs - 5 * HOUR_MS
  addTicket(world, {
    writer: writerOf(tomasz),
    subject: 'Label printer drops off the network after the night',
    channel: 'email',
    tags: ['printer', 'KE-118'],
    fields: {
      knownIssue: 'KE-118',
      symptom: 'offline every morning',
      frequency: 'every day',
      tried: 'restart, new cable',
    },
    threads: [
      {
        kind: 'support',
        state: 'open',
        teamId: cast.teams.devices.id,
        assigneeId: cast.agents.mira.id,
        dueAtMs: nowMs + 3 * HOUR_MS + 10 * MINUTE_MS,
      },
    ],
    messages: [
      wrote(
        atMs,
        'Dzień dobry,\n\ndrukarka etykiet L20 co rano znika z sieci. Lampka świeci na zielono, pomaga tylko wyłączenie i włączenie. Firmware 3.1, podłączona kablem.\n\nPozdrawiam\nTomasz Wiśniewski',
      ),
      answered(
        cast.agents.mira,
        atMs + 20 * MINUTE_MS,
        'Dzień dobry Tomasz,\n\nto KE-118: drukarka zasypia i nie odpowiada routerowi. Proszę wyłączyć „deep sleep” w menu Sieć, Zasilanie i przysłać mi wydruk ustawień sieci (Feed przez dziesięć sekund).\n\nPozdrawiam\nMira K.',
      ),
      wrote(
        nowMs - 26 * MINUTE_MS,
        'Wyłączyłem „deep sleep”, a dziś po dwóch godzinach znowu zniknęła. Na wydruku: lease 7200 s. Czy to to?\n\nTomasz',
      ),
    ],
    notes: [
      noted(cast.agents.jonas, nowMs - 25 * MINUTE_MS, {
        support:
          'Lease of two hours: give it a fixed address. Same router as in the case from Gdańsk last week, settings are in the article.',
      }),
    ],
    events: [opened(atMs, 'email', 'support')],
  })
}

function addMarek(stage: Stage): Known {
  const { nowMs } = stage.world
  const marek = addPerson(stage, {
    name: 'Marek Dvořák',
    first: 'Marek',
    email: 'marek@example.com',
    country: 'CZ',
    shop: 'Knihy Dvořák',
    jobTitle: 'Operations lead',
    sinceMs: nowMs - 410 * DAY_MS,
    facts: { yearlyValueMinor: 4_800_000 },
  })
  addOwned(stage, marek, {
    product: 'till',
    version: '8.3',
    acquiredAtMs: nowMs - 400 * DAY_MS,
    environment: { system: 'Windows 11', tills: 6 },
  })
  return marek
}

function tellMarek(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const marek = addMarek(stage)
  const atMs = nowMs - 26 * HOUR_MS
  addTicket(world, {
    writer: writerOf(marek),
    subject: 'Two-factor codes rejected since Monday',
    channel: 'email',
    tags: ['sign-in', 'tier 2', 'KE-112'],
    fields: {
      knownIssue: 'KE-112',
      symptom: 'codes rejected',
      errorCode: 'E-118',
      tried: 'automatic time on phone and till',
    },
    threads: [
      {
        kind: 'support',
        state: 'open',
        teamId: cast.teams.till.id,
        assigneeId: cast.agents.mira.id,
        priority: 'high',
        dueAtMs: nowMs + 2 * HOUR_MS,
      },
    ],
    messages: [
      wrote(
        atMs,
        'Dobrý den,\n\nod pondělí jsou dvoufázové kódy odmítány, aplikace hlásí E-118. Zkoušel jsem dva telefony. V kanceláři se nikdo nepřihlásí.\n\nMarek Dvořák',
      ),
      answered(
        cast.agents.mira,
        atMs + 35 * MINUTE_MS,
        'Dobrý den,\n\nskoro vždy jde o hodiny. Nastavte prosím automatický čas v telefonu i na pokladně a napište mi, o kolik se podle Nastavení, Síť, Čas liší.\n\nS pozdravem\nMira K.',
      ),
      wrote(
        nowMs - 64 * MINUTE_MS,
        'Pokladna byla o čtyři minuty pozadu. Po nastavení to fungovalo do rána, teď se zase rozchází.\n\nMarek',
      ),
    ],
    notes: [
      noted(cast.agents.mira, nowMs - 62 * MINUTE_MS, {
        support:
          'Drifts overnight: the time server must be blocked in their network. Asked Lena (tier 2) to look at the firewall with their IT service.',
      }),
    ],
    events: [opened(atMs, 'email', 'support')],
  })
}

function addFatima(stage: Stage): Known {
  const { nowMs } = stage.world
  const fatima = addPerson(stage, {
    name: 'Fatima Zahra El Idrissi',
    first: 'Fatima',
    email: 'fatima@example.com',
    country: 'MA',
    shop: 'مكتبة الأطلس',
    jobTitle: 'Shop manager',
    phone: '+212 522 555 014',
    sinceMs: nowMs - 260 * DAY_MS,
    facts: { preferredChannel: 'whatsapp' },
  })
  addOwned(stage, fatima, {
    product: 'p60',
    version: '1.7',
    serial: 'SN 23-2204',
    acquiredAtMs: nowMs - 250 * DAY_MS,
    environment: { connection: 'USB' },
  })
  return fatima
}

function tellFatima(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const fatima = addFatima(stage)
  const atMs = nowMs - 7 * HOUR_MS
  addTicket(world, {
    writer: writerOf(fatima),
    subject: 'الماسح الضوئي لا يقرأ الرموز',
    channel: 'whatsapp',
    tags: ['scanner', 'ar'],
    fields: { symptom: 'does not read codes on bottles' },
    threads: [
      { kind: 'support', state: 'pending', teamId: cast.teams.devices.id, assigneeId: cast.agents.mira.id },
    ],
    messages: [
      wrote(
        atMs,
        'السلام عليكم، الماسح الضوئي P60 لا يقرأ الرموز الموجودة على الزجاجات، أما الكتب فيقرؤها جيدا.',
      ),
      answered(
        cast.agents.mira,
        nowMs - 3 * HOUR_MS,
        'وعليكم السلام فاطمة، هل يمكنك إرسال صورة لأحد الرموز ورقم الإصدار من الإعدادات ثم الأجهزة؟ أظن أن السبب هو انعكاس الضوء على الزجاج.',
      ),
    ],
    events: [
      opened(atMs, 'whatsapp', 'support'),
      {
        type: 'thread.state-changed',
        by: cast.agents.mira.id,
        atMs: nowMs - 3 * HOUR_MS,
        kind: 'support',
        facts: { before: 'open', after: 'pending', undone: false },
      },
    ],
  })
}

function addElif(stage: Stage): Known {
  const { nowMs } = stage.world
  const elif = addPerson(stage, {
    name: 'Elif Yılmaz',
    first: 'Elif',
    email: 'elif@example.com',
    country: 'TR',
    shop: 'Yılmaz Kitabevi',
    jobTitle: 'Bookkeeper',
    sinceMs: nowMs - 330 * DAY_MS,
  })
  addOwned(stage, elif, {
    product: 't5',
    version: '5.1',
    serial: 'SN 23-0417',
    acquiredAtMs: nowMs - 320 * DAY_MS,
    environment: { connection: 'Bluetooth' },
  })
  return elif
}

function tellElif(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const elif = addElif(stage)
  const atMs = nowMs - 8 * HOUR_MS
  addTicket(world, {
    writer: writerOf(elif),
    subject: 'Gün sonunda terminal 1.240 TL fazla gösteriyor',
    channel: 'email',
    tags: ['terminal', 'KE-119'],
    fields: { knownIssue: 'KE-119' },
    threads: [
      {
        kind: 'support',
        state: 'open',
        teamId: cast.teams.devices.id,
        assigneeId: cast.agents.mira.id,
        dueAtMs: nowMs + 5 * HOUR_MS,
      },
    ],
    messages: [
      wrote(
        atMs,
        'Merhaba,\n\nT5 terminali gün sonunda kasadan 1.240 TL fazla gösteriyor. Bu hafta iki kez oldu, ikisinde de önce bir kart reddedilmişti. Müşteriden iki kez mi çekildi?\n\nElif Yılmaz',
      ),
      answered(
        cast.agents.mira,
        nowMs - 6 * HOUR_MS,
        'Merhaba Elif Hanım,\n\nhayır, iki kez çekilmedi: 5.2’den önceki T5 reddedilen ödemeyi iki kez sayıyor (KE-119). Terminali menüden güncelleyin lütfen; iki günü raporda ben düzelttim.\n\nSaygılarımla,\nMira K.',
      ),
      wrote(
        nowMs - 4 * HOUR_MS,
        'Teşekkürler. Güncelleme “ağ yok” diyor, telefondan internet versem olur mu?\n\nElif',
      ),
    ],
    events: [opened(atMs, 'email', 'support')],
  })
}

function addNiamh(stage: Stage): Known {
  const { nowMs } = stage.world
  const niamh = addPerson(stage, {
    name: 'Niamh Gallagher',
    first: 'Niamh',
    email: 'niamh@example.com',
    country: 'IE',
    shop: 'Gallagher & Sons',
    jobTitle: 'Owner',
    phone: '+353 1 555 0166',
    sinceMs: nowMs - 800 * DAY_MS,
    facts: { tier: 'bronze', yearlyValueMinor: 94_000 },
  })
  addOwned(stage, niamh, {
    product: 'till',
    version: '8.0',
    acquiredAtMs: nowMs - 790 * DAY_MS,
    environment: { system: 'Windows 10', items: 61_000 },
  })
  return niamh
}

function tellNiamh(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const niamh = addNiamh(stage)
  const atMs = nowMs - 9 * HOUR_MS
  addTicket(world, {
    writer: writerOf(niamh),
    subject: 'Ten seconds for every scan since Saturday',
    channel: 'phone',
    tags: ['till'],
    createdBy: cast.agents.mira.id,
    threads: [
      {
        kind: 'support',
        state: 'open',
        teamId: cast.teams.till.id,
        assigneeId: cast.agents.mira.id,
        dueAtMs: nowMs + 6 * HOUR_MS,
      },
    ],
    messages: [
      wrote(
        atMs,
        'Called about the till: every scan takes about ten seconds since Saturday. 61 thousand items, Windows 10, version 8.0. Nothing was changed that she knows of. Asked to be called back after closing time, half past five.',
      ),
    ],
    notes: [
      noted(cast.agents.mira, nowMs - 5 * HOUR_MS - 30 * MINUTE_MS, {
        support:
          'Health report: 1.1 GB free, archive not reachable since Friday. Fix the archive first, then "Move now". Call at 17:30.',
      }),
    ],
    events: [opened(atMs, 'phone', 'support')],
  })
}

/** Technical work on the demo agent's desk, each at another point of its way. */
export function tellSupportDesk(stage: Stage): void {
  for (const tell of [tellTomasz, tellMarek, tellFatima, tellElif, tellNiamh]) tell(stage)
}
