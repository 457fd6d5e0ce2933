import { say } from './pack.ts'
import type { Pack } from './pack.ts'

export const pl: Pack = {
  hello: ['Dzień dobry,', 'Witam,'],
  bye: ['Pozdrawiam', 'Dziękuję i pozdrawiam', 'Z poważaniem'],
  answerHello: ['Dzień dobry,', 'Dzień dobry {first},'],
  answerBye: ['Pozdrawiam\n{agent}', 'W razie pytań jestem do dyspozycji.\n{agent}'],
  nudges: [
    'Czy są jakieś nowe informacje? W sobotę otwieramy i chcielibyśmy mieć to załatwione.',
    'Przepraszam za ponaglenie, czy potrzebują Państwo czegoś jeszcze?',
  ],
  more: [
    'Właśnie to sprawdziłem, bez zmian. Mogę wysłać zdjęcie.',
    'W drugim sklepie jest tak samo od poniedziałku.',
  ],
  thanks: ['Teraz działa. Bardzo dziękuję za szybką pomoc.', 'Świetnie, wszystko jasne. Dziękuję.'],
  closings: ['Cieszę się. Zamykam zgłoszenie; proszę odpisać, gdyby problem wrócił.'],
  topics: {
    'late-delivery': say(
      'Zamówienie {order} nie dotarło',
      'Zamówienie {order} złożyłem {days} dni temu i śledzenie stoi w miejscu. Potrzebujemy towaru ({item}) przed weekendem.',
      'Przepraszam za opóźnienie. Paczka trafiła do innego magazynu i wyjeżdża jutro przed południem. Sprawdzę o dziesiątej i napiszę w każdym wypadku.',
      'Doręczono o 11:42. Zwróciłem koszt dostawy.',
    ),
    'charged-twice': say(
      'Podwójne obciążenie za {order}',
      'Na karcie są dwa obciążenia po {amount} za zamówienie {order}. Zamawiałem raz.',
      'Ma Pan rację, przepraszam: strona płatności powtórzyła obciążenie. Dziś zwróciłem {amount}; bank potrzebuje zwykle trzech dni roboczych.',
    ),
    'refund-when': say(
      'Kiedy będzie zwrot pieniędzy?',
      'Towar odesłałem {days} dni temu (zwrot {rc}) i nie widzę pieniędzy.',
      'Zwrot {rc} jest sprawdzony, dziś rano wysłałem {amount}. Bank potrzebuje od dwóch do czterech dni.',
    ),
    'invoice-address': say(
      'Faktura {invoice} ze starym adresem',
      'Na fakturze {invoice} jest stary adres, choć zmieniłem go na koncie.',
      'Poprawione: wystawiłem {invoice} ponownie z właściwym adresem.',
    ),
    'which-plan': say(
      'Jaki plan dla {n} sklepów?',
      'Mamy {n} małych sklepów i wymieniamy kasy. Stan magazynu ma być wspólny. Który plan wybrać?',
      'Przy {n} sklepach i wspólnym magazynie tańszy jest plan Sieć. Przesyłam oba wyliczenia; plan można zmienić z końcem miesiąca.',
    ),
    'scanner-pairing': say(
      'Skaner nie łączy się z kasą',
      'Nasz P40 miga na czerwono, a aplikacja pokazuje E-310. Firmware {version}. Restart nie pomógł.',
      'E-310 przy firmware {version} to znany błąd (KE-117). Proszę wgrać wersję 2.3 przez USB, to pięć minut; instrukcja w załączniku.',
      'Z wersją 2.3 skaner przyjmuje nowy klucz. Proszę sparować ponownie w Ustawieniach.',
    ),
    'printer-offline': say(
      'Drukarka etykiet znika z sieci w nocy',
      'L20 jest co rano niedostępna, dopóki jej nie wyłączymy i włączymy. Firmware {version}.',
      'To KE-118: drukarka zasypia i nie odpowiada routerowi. Proszę wyłączyć „deep sleep” w menu Sieć, Zasilanie.',
    ),
    'codes-rejected': say(
      'Kody logowania są odrzucane',
      'Od poniedziałku sześciocyfrowe kody są odrzucane na dwóch telefonach.',
      'Prawie zawsze chodzi o zegar: proszę włączyć automatyczny czas w telefonie i kasie. Jeśli nie pomoże, zresetuję drugi składnik razem z Panem przez telefon.',
    ),
    'broken-on-arrival': say(
      'Uszkodzone w transporcie: {order}',
      'Urządzenie z zamówienia {order} ({item}) nie włącza się, karton był wgnieciony. Potrzebuję nowego i przeniesienia ustawień.',
      'Bardzo przepraszam. Nowe wysyłamy dziś, nie czekając na zwrot; etykieta to {rc}. Ustawienia przeniesie kolega ze wsparcia.',
      'Nowe urządzenie działa, zwrot {rc} zamknięty.',
    ),
  },
}
