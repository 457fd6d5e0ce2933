import { say } from './pack.ts'
import type { Pack } from './pack.ts'

export const it: Pack = {
  hello: ['Buongiorno,', 'Salve,', 'Buonasera,'],
  bye: ['Grazie mille,', 'Cordiali saluti,', 'Un saluto,'],
  answerHello: ['Buongiorno {first},', 'Salve {first},'],
  answerBye: ['Cordiali saluti,\n{agent}', 'Resto a disposizione.\n{agent}'],
  nudges: [
    'Ci sono novità? Apriamo sabato e vorremmo risolvere prima.',
    'Scusate se insisto, vi serve altro da parte mia?',
  ],
  more: [
    'Ho appena provato, non cambia nulla. Posso mandare una foto.',
    'Nell’altro negozio succede lo stesso da lunedì.',
  ],
  thanks: ['Ora funziona. Grazie per la rapidità.', 'Perfetto, tutto chiaro. Grazie.'],
  closings: ['Bene così. Chiudo la richiesta; basta rispondere se si ripresenta.'],
  topics: {
    'late-delivery': say(
      'L’ordine {order} non è arrivato',
      'L’ordine {order} è partito {days} giorni fa e la spedizione è ferma. Ci serve l’articolo ({item}) prima del fine settimana.',
      'Mi scuso per l’attesa. Il pacco era nel deposito sbagliato e riparte domani entro mezzogiorno. Controllo io alle dieci e scrivo comunque.',
      'Consegnato alle 11:42. Le spese di spedizione sono rimborsate.',
    ),
    'charged-twice': say(
      'Doppio addebito per {order}',
      'Sulla carta vedo due addebiti di {amount} per l’ordine {order}. Ho ordinato una volta sola.',
      'Ha ragione, mi dispiace: la pagina di pagamento ha ripetuto l’addebito. Ho restituito {amount} oggi; la banca impiega circa tre giorni.',
    ),
    'refund-when': say(
      'Quando arriva il rimborso?',
      'Ho reso l’articolo {days} giorni fa (pratica {rc}) e non vedo ancora il rimborso.',
      'Il reso {rc} è verificato e {amount} sono partiti stamattina. La banca impiega da due a quattro giorni.',
    ),
    'invoice-address': say(
      'Fattura {invoice} con il vecchio indirizzo',
      'La fattura {invoice} riporta ancora il vecchio indirizzo e il commercialista non la accetta.',
      'Corretto: ho emesso di nuovo {invoice} con l’indirizzo giusto.',
    ),
    'which-plan': say(
      'Quale piano per {n} negozi?',
      'Abbiamo {n} piccoli negozi e cambiamo le casse, con magazzino comune. Quale piano consigliate?',
      'Con {n} negozi e magazzino comune conviene il piano Catena. Allego i due conti; si può cambiare a fine mese.',
    ),
    'scanner-pairing': say(
      'Il lettore non si abbina alla cassa',
      'Il nostro P40 lampeggia rosso e l’app mostra E-310. Firmware {version}. Riavvio inutile.',
      'E-310 con firmware {version} è un difetto noto (KE-117). Installi la 2.3 via USB: cinque minuti, la guida è allegata.',
      'Con la 2.3 accetta la nuova chiave. Rifaccia l’abbinamento da Impostazioni, Dispositivi.',
    ),
    'printer-offline': say(
      'La stampante etichette si scollega di notte',
      'La L20 ogni mattina è offline finché non la spegniamo. Firmware {version}.',
      'È il KE-118: va in riposo e non risponde al router. Disattivi “deep sleep” in Rete, Energia.',
    ),
    'codes-rejected': say(
      'Codici di accesso rifiutati',
      'Da lunedì i codici a sei cifre vengono rifiutati su due telefoni.',
      'Quasi sempre è l’orologio: imposti l’ora automatica su telefono e cassa. Altrimenti reimposto il secondo fattore al telefono con lei.',
    ),
    'broken-on-arrival': say(
      'Arrivato rotto: ordine {order}',
      'L’articolo dell’ordine {order} ({item}) non si accende, la scatola era ammaccata. Me ne serve un altro, con le impostazioni del vecchio.',
      'Mi dispiace. Il ricambio parte oggi senza aspettare il reso; l’etichetta è {rc}. Un collega del supporto trasferirà le impostazioni.',
      'Il ricambio è pronto e {rc} è chiuso.',
    ),
  },
}
