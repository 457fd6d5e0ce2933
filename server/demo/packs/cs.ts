import { say } from './pack.ts'
import type { Pack } from './pack.ts'

export const cs: Pack = {
  hello: ['Dobrý den,', 'Zdravím,'],
  bye: ['Děkuji', 'S pozdravem', 'Děkuji a hezký den'],
  answerHello: ['Dobrý den,'],
  answerBye: ['S pozdravem\n{agent}'],
  nudges: ['Je něco nového? V sobotu otevíráme a rádi bychom to měli vyřešené.'],
  more: ['Právě jsem to zkusil a je to stejné. Mohu poslat fotku.'],
  thanks: ['Už to funguje. Moc děkuji za rychlou pomoc.', 'Výborně, vše jasné.'],
  closings: ['To mě těší. Uzavírám; stačí odpovědět, kdyby se to vrátilo.'],
  topics: {
    'late-delivery': say(
      'Objednávka {order} nedorazila',
      'Objednávka {order} ({item}) je na cestě {days} dní a sledování stojí. Potřebujeme ji do víkendu.',
      'Omlouvám se za zdržení. Balík byl ve špatném depu a vyjíždí zítra dopoledne. V deset to ověřím a v každém případě napíšu.',
    ),
    'charged-twice': say(
      'Dvojí platba za {order}',
      'Na kartě mám dvakrát {amount} za objednávku {order}. Objednával jsem jednou.',
      'Máte pravdu, omlouvám se: platební stránka platbu zopakovala. Dnes jsem vrátil {amount}, banka potřebuje asi tři dny.',
    ),
    'refund-when': say(
      'Kdy přijdou peníze zpět?',
      'Zboží jsem vrátil před {days} dny ({rc}) a peníze nevidím.',
      'Vratka {rc} je zkontrolovaná, {amount} odešlo dnes ráno.',
    ),
    'invoice-address': say(
      'Faktura {invoice} se starou adresou',
      'Na faktuře {invoice} je stará adresa, účetní ji nepřijme.',
      'Opraveno: {invoice} je vystavena znovu se správnou adresou.',
    ),
    'which-plan': say(
      'Jaký tarif pro {n} prodejen?',
      'Máme {n} malých prodejen a měníme pokladny, sklad má být společný. Který tarif?',
      'Pro {n} prodejen se společným skladem vychází lépe tarif Řetězec. Přikládám oba výpočty.',
    ),
    'scanner-pairing': say(
      'Čtečka se nespáruje s pokladnou',
      'Náš P40 bliká červeně a aplikace hlásí E-310. Firmware {version}.',
      'E-310 s firmwarem {version} je známá chyba (KE-117). Nahrajte prosím 2.3 přes USB, zabere to pět minut.',
    ),
    'printer-offline': say(
      'Tiskárna štítků je ráno offline',
      'L20 je každé ráno nedostupná, dokud ji nevypneme. Firmware {version}.',
      'Je to KE-118: tiskárna usne. Vypněte „deep sleep“ v nabídce Síť, Napájení.',
    ),
    'codes-rejected': say(
      'Dvoufázové kódy jsou odmítány',
      'Od pondělí jsou šestimístné kódy odmítány na dvou telefonech.',
      'Skoro vždy jde o hodiny: nastavte automatický čas v telefonu i pokladně.',
    ),
    'broken-on-arrival': say(
      'Došlo poškozené: {order}',
      'Zařízení z {order} ({item}) se nezapne, krabice byla promáčklá. Potřebuji jiné i s nastavením.',
      'Omlouvám se. Náhradu posíláme dnes; štítek pro vrácení je {rc}. Nastavení převede kolega z podpory.',
    ),
  },
}
