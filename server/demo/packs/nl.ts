import { say } from './pack.ts'
import type { Pack } from './pack.ts'

export const nl: Pack = {
  hello: ['Hallo,', 'Goedemorgen,', 'Beste allemaal,'],
  bye: ['Bedankt,', 'Met vriendelijke groet,', 'Groeten,'],
  answerHello: ['Hallo {first},', 'Beste {first},'],
  answerBye: ['Met vriendelijke groet,\n{agent}'],
  nudges: ['Is er al nieuws? We gaan zaterdag open en willen dit graag eerder rond hebben.'],
  more: [
    'Net geprobeerd, zelfde resultaat. Ik kan een foto sturen.',
    'In de andere winkel zien ze het sinds maandag ook.',
  ],
  thanks: ['Het werkt weer. Bedankt voor de snelle hulp.', 'Top, helemaal duidelijk.'],
  closings: ['Fijn. Ik sluit het nu; antwoord gerust als het terugkomt.'],
  topics: {
    'late-delivery': say(
      'Bestelling {order} is er nog niet',
      'Bestelling {order} ({item}) is {days} dagen onderweg en de tracking staat stil. We hebben het voor het weekend nodig.',
      'Sorry voor het wachten. Het pakket lag in het verkeerde depot en gaat morgen voor twaalf uur mee. Ik kijk om tien uur zelf en schrijf je hoe dan ook.',
      'Bezorgd om 11.42 uur. De verzendkosten heb ik teruggestort.',
    ),
    'charged-twice': say(
      'Dubbel afgeschreven voor {order}',
      'Op mijn kaart staat twee keer {amount} voor {order}. Ik heb één keer besteld.',
      'Je hebt gelijk, excuses: de betaalpagina heeft het herhaald. Ik heb {amount} vandaag teruggestuurd; de bank doet er zo’n drie werkdagen over.',
    ),
    'refund-when': say(
      'Wanneer komt mijn terugbetaling?',
      'Ik heb het artikel {days} dagen geleden teruggestuurd ({rc}) en zie nog niets.',
      'Retour {rc} is gecontroleerd en {amount} is vanochtend verstuurd. De bank heeft twee tot vier dagen nodig.',
    ),
    'invoice-address': say(
      'Factuur {invoice} met oud adres',
      'Op factuur {invoice} staat nog ons oude adres.',
      'Aangepast: {invoice} is opnieuw opgemaakt met het juiste adres.',
    ),
    'which-plan': say(
      'Welk abonnement voor {n} winkels?',
      'We hebben {n} kleine winkels en willen nieuwe kassa’s met gedeelde voorraad. Wat raad je aan?',
      'Met {n} winkels en gedeelde voorraad is het Keten-abonnement voordeliger. Beide sommen zitten erbij.',
    ),
    'scanner-pairing': say(
      'Scanner koppelt niet met de kassa',
      'Onze P40 knippert rood en de app zegt E-310. Firmware {version}. Herstarten hielp niet.',
      'E-310 met firmware {version} is een bekende fout (KE-117). Zet 2.3 erop via USB, dat is vijf minuten; de handleiding zit erbij.',
      'Met 2.3 neemt hij de nieuwe sleutel aan. Koppel opnieuw via Instellingen, Apparaten.',
    ),
    'printer-offline': say(
      'Labelprinter elke ochtend offline',
      'De L20 is elke ochtend offline tot we hem uit en aan zetten. Firmware {version}.',
      'Dat is KE-118: hij slaapt in. Zet “deep sleep” uit onder Netwerk, Energie.',
    ),
    'codes-rejected': say(
      'Inlogcodes worden geweigerd',
      'Sinds maandag worden de codes van zes cijfers geweigerd, op twee telefoons.',
      'Bijna altijd een klok: zet telefoon en kassa op automatische tijd. Anders reset ik de tweede factor samen met je aan de telefoon.',
    ),
    'broken-on-arrival': say(
      'Kapot aangekomen: {order}',
      'Het apparaat uit {order} ({item}) gaat niet aan en de doos was ingedeukt. Ik wil een ander, met de instellingen van het oude.',
      'Dat spijt me. De vervanging gaat vandaag weg; het retourlabel is {rc}. Een collega van support zet de instellingen over.',
      'De vervanging draait en {rc} is gesloten.',
    ),
  },
}
