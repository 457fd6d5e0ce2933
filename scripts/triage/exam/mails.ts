import type { Probe } from '../probes/probe.ts'

const mail = (kind: Probe['kind'], subject: string, body: string): Probe => ({ kind, subject, body })

/**
 * Mails written for the exam alone, before the model was changed for it. Nothing is fitted or chosen by them, and what
 * they show stands apart from what people's words show.
 */
export const examMails: Readonly<Record<string, readonly Probe[]>> = {
  en: [
    mail(
      'both',
      'Dishwasher',
      'Two things. The dishwasher you delivered on Thursday leaves a puddle under the door after each wash. And the old one is still standing in our hall, although taking it away was part of the price. When will somebody come for it?',
    ),
    mail(
      'both',
      'Wifi in room 12',
      'We stayed with you last week. The wifi dropped every few minutes so I could not work, please look into it before my next stay on the 3rd. I would also like the receipt made out to my employer instead of me.',
    ),
    mail(
      'both',
      '',
      'card reader says "tamper" and wont take a card. also whats the monthly fee now, nobody told me it went up',
    ),
    mail(
      'both',
      'Second attempt',
      `Dear Sir or Madam,

I wrote a fortnight ago about the heart monitor that shows 0 all the time, and got no answer. I have since followed the steps in the booklet without success.

Besides that I was promised that the strap would be replaced free of charge, and now there is a request for payment of 24 pounds on my account. I do not intend to pay it.

Yours faithfully
R. Aldous`,
    ),
    mail(
      'both',
      'Licence and sign-in',
      'Hi, please move our plan from 12 to 20 seats from May and tell me what that comes to. Three of the new people never get the confirmation code, so they cannot sign in at all.',
    ),
    mail(
      'both',
      'your van',
      'Your driver reversed into our gate, who pays for that? The fridge he brought hums so loudly that we switch it off at night - is that normal or is it faulty?',
    ),
    mail(
      'both',
      'Refund for a phone that keeps dying',
      'The battery of the phone is empty after two hours although it is new. I have tried another cable. If there is no way to make it last I want my money back.',
    ),
    mail(
      'both',
      'Statement',
      'I cannot open the statement in the portal, the page stays white. On the paper one there is a charge for April that I do not recognise, please explain it.',
    ),
    mail(
      'support',
      'Label printer',
      'Since we moved desks the label printer prints every second label blank. Same roll, same driver. Which setting is it?',
    ),
    mail(
      'support',
      'Import',
      'Hello, when I import the list with 4,000 addresses it stops at row 812 and says "unexpected character". The file opens fine in a spreadsheet. What do I have to change?',
    ),
    mail('support', '', 'the door opener is dead again. green light is on, nothing moves'),
    mail(
      'support',
      'Sound',
      'I paid a lot for these speakers last Christmas and was very happy. Since the weekend the left one crackles at low volume. I swapped the cables, it stays on the left. Any idea?',
    ),
    mail(
      'service',
      'Moving out',
      'We leave the flat on the 30th. Please close the account on that day and send the last bill to the new address below. Is there a fee for ending early?',
    ),
    mail(
      'service',
      'Wrong size',
      'The boots are one size too small. I still have the box. How do I swap them, and who pays for the post?',
    ),
    mail(
      'service',
      'Course on Saturday',
      'My daughter is ill and cannot come on Saturday. May she join the course in June, or do we lose the fee?',
    ),
    mail(
      'service',
      'STILL NOTHING',
      'Ordered on the 2nd, promised for the 9th, it is the 21st. I checked the tracking on your website ten times. WHERE IS IT?',
    ),
  ],
  de: [
    mail(
      'both',
      'Geschirrspüler',
      'Zwei Dinge: Der am Donnerstag gelieferte Geschirrspüler hinterlässt nach jedem Spülgang eine Pfütze unter der Tür. Und das alte Gerät steht immer noch bei uns im Flur, obwohl die Mitnahme im Preis enthalten war. Wann holt es jemand ab?',
    ),
    mail(
      'both',
      'WLAN in Zimmer 12',
      'Wir waren letzte Woche bei Ihnen. Das WLAN brach alle paar Minuten ab, ich konnte nicht arbeiten; bitte prüfen Sie das vor meinem nächsten Aufenthalt am 3. Außerdem hätte ich die Quittung gern auf meinen Arbeitgeber ausgestellt.',
    ),
    mail(
      'both',
      '',
      'kartenleser zeigt nur noch manipulation an und nimmt keine karte. und was kostet das jetzt im monat, keiner hat mir gesagt dass es teurer wird',
    ),
    mail(
      'both',
      'Zweiter Versuch',
      `Sehr geehrte Damen und Herren,

vor zwei Wochen hatte ich Ihnen wegen des Pulsmessers geschrieben, der dauernd 0 anzeigt, und keine Antwort bekommen. Die Schritte im Heft habe ich inzwischen alle durchgeführt, ohne Erfolg.

Zudem wurde mir zugesagt, dass der Gurt kostenlos ersetzt wird; nun finde ich eine Forderung über 24 Euro auf meinem Konto. Die werde ich nicht begleichen.

Mit freundlichen Grüßen
R. Ahlers`,
    ),
    mail(
      'both',
      'Lizenzen und Anmeldung',
      'Hallo, bitte stellen Sie unseren Tarif ab Mai von 12 auf 20 Plätze um und sagen Sie mir, was das kostet. Drei der neuen Leute bekommen den Bestätigungscode nie und kommen deshalb gar nicht hinein.',
    ),
    mail(
      'both',
      'Ihr Lieferwagen',
      'Ihr Fahrer ist rückwärts in unser Tor gefahren, wer bezahlt das? Der Kühlschrank, den er gebracht hat, brummt so laut, dass wir ihn nachts ausschalten. Ist das normal oder defekt?',
    ),
    mail(
      'both',
      'Geld zurück für ein Telefon, das dauernd ausgeht',
      'Der Akku des Telefons ist nach zwei Stunden leer, obwohl es neu ist. Ein anderes Kabel habe ich probiert. Wenn sich das nicht beheben lässt, will ich mein Geld zurück.',
    ),
    mail(
      'both',
      'Abrechnung',
      'Ich kann die Abrechnung im Portal nicht öffnen, die Seite bleibt weiß. Auf der gedruckten steht für April ein Betrag, den ich nicht kenne, bitte erklären Sie ihn mir.',
    ),
    mail(
      'support',
      'Etikettendrucker',
      'Seit wir die Tische umgestellt haben, druckt der Etikettendrucker jedes zweite Etikett leer. Gleiche Rolle, gleicher Treiber. Welche Einstellung ist das?',
    ),
    mail(
      'support',
      'Import',
      'Hallo, beim Einlesen der Liste mit 4.000 Adressen bleibt das Programm in Zeile 812 stehen und meldet „unerwartetes Zeichen“. In der Tabellenkalkulation geht die Datei auf. Was muss ich ändern?',
    ),
    mail('support', '', 'der toröffner ist schon wieder tot. grünes licht an, bewegen tut sich nix'),
    mail(
      'support',
      'Ton',
      'Für diese Lautsprecher habe ich letztes Jahr viel bezahlt und war sehr zufrieden. Seit dem Wochenende knistert der linke bei geringer Lautstärke. Kabel getauscht, es bleibt links. Haben Sie eine Idee?',
    ),
    mail(
      'service',
      'Auszug',
      'Wir ziehen am 30. aus. Bitte schließen Sie das Konto zu diesem Tag und schicken Sie die letzte Rechnung an die neue Adresse unten. Kostet die vorzeitige Beendigung etwas?',
    ),
    mail(
      'service',
      'Falsche Größe',
      'Die Stiefel sind eine Nummer zu klein. Den Karton habe ich noch. Wie tausche ich sie um, und wer zahlt das Porto?',
    ),
    mail(
      'service',
      'Kurs am Samstag',
      'Meine Tochter ist krank und kann am Samstag nicht kommen. Darf sie im Juni mitmachen, oder verfällt die Gebühr?',
    ),
    mail(
      'service',
      'IMMER NOCH NICHTS',
      'Bestellt am 2., zugesagt für den 9., heute ist der 21. Zehnmal habe ich auf Ihrer Seite die Sendung verfolgt. WO BLEIBT SIE?',
    ),
  ],
  es: [
    mail(
      'both',
      'Lavavajillas',
      'Dos cosas. El lavavajillas que trajeron el jueves deja un charco debajo de la puerta en cada lavado. Y el viejo sigue en el pasillo, aunque la retirada iba incluida en el precio. ¿Cuándo vienen a buscarlo?',
    ),
    mail(
      'both',
      '',
      'el datáfono pone manipulado y no acepta ninguna tarjeta. y cuánto se paga ahora al mes, nadie me avisó de la subida',
    ),
    mail(
      'both',
      'Licencias y acceso',
      'Hola, pasen nuestro plan de 12 a 20 puestos desde mayo y díganme cuánto sería. A tres de los nuevos no les llega nunca el código de confirmación y no pueden entrar.',
    ),
    mail(
      'both',
      'Extracto',
      'No puedo abrir el extracto en el portal, la página se queda en blanco. En el de papel hay un cargo de abril que no reconozco, explíquenmelo.',
    ),
    mail(
      'support',
      'Impresora de etiquetas',
      'Desde que cambiamos las mesas la impresora de etiquetas saca una de cada dos en blanco. Mismo rollo, mismo controlador. ¿Qué ajuste es?',
    ),
    mail('support', '', 'el mando del garaje otra vez muerto. luz verde encendida, no se mueve nada'),
    mail(
      'support',
      'Sonido',
      'Pagué mucho por estos altavoces y estaba muy contento. Desde el fin de semana el izquierdo chisporrotea a poco volumen. Cambié los cables y sigue. ¿Alguna idea?',
    ),
    mail(
      'service',
      'Mudanza',
      'Dejamos el piso el día 30. Cierren la cuenta ese día y envíen la última factura a la dirección nueva. ¿Hay penalización por terminar antes?',
    ),
    mail(
      'service',
      'Talla',
      'Las botas me quedan pequeñas. Aún tengo la caja. ¿Cómo las cambio y quién paga el correo?',
    ),
    mail(
      'service',
      'SEGUIMOS SIN NADA',
      'Pedido el día 2, prometido para el 9, hoy es 21. He mirado el seguimiento en su web diez veces. ¿DÓNDE ESTÁ?',
    ),
  ],
  fr: [
    mail(
      'both',
      'Lave-vaisselle',
      "Deux choses. Le lave-vaisselle livré jeudi laisse une flaque sous la porte à chaque lavage. Et l'ancien est toujours dans notre couloir, alors que la reprise était comprise dans le prix. Quand viendra-t-on le chercher ?",
    ),
    mail(
      'both',
      '',
      "le lecteur affiche fraude et ne prend plus aucune carte. et c'est combien par mois maintenant, personne ne m'a prévenu de la hausse",
    ),
    mail(
      'both',
      'Licences et connexion',
      'Bonjour, merci de passer notre formule de 12 à 20 postes dès mai et de me dire ce que cela fera. Trois des nouveaux ne reçoivent jamais le code de confirmation et ne peuvent pas entrer.',
    ),
    mail(
      'both',
      'Relevé',
      "Je n'arrive pas à ouvrir le relevé sur le portail, la page reste blanche. Sur celui en papier figure un montant d'avril que je ne reconnais pas, merci de me l'expliquer.",
    ),
    mail(
      'support',
      'Imprimante',
      "Depuis que nous avons déplacé les bureaux, l'imprimante sort une étiquette sur deux vierge. Même rouleau, même pilote. Quel réglage est-ce ?",
    ),
    mail('support', '', 'la télécommande du portail est encore morte. voyant vert allumé, rien ne bouge'),
    mail(
      'support',
      'Son',
      "J'ai payé cher ces enceintes et j'en étais ravi. Depuis ce week-end celle de gauche grésille à faible volume. Câbles échangés, ça reste à gauche. Une idée ?",
    ),
    mail(
      'service',
      'Déménagement',
      "Nous quittons l'appartement le 30. Merci de clôturer le compte à cette date et d'envoyer la dernière facture à la nouvelle adresse. Y a-t-il des frais de résiliation ?",
    ),
    mail(
      'service',
      'Pointure',
      "Les bottes sont trop petites. J'ai encore la boîte. Comment les échanger, et qui paie le port ?",
    ),
    mail(
      'service',
      'TOUJOURS RIEN',
      "Commandé le 2, promis pour le 9, nous sommes le 21. J'ai regardé le suivi sur votre site dix fois. OÙ EST-CE ?",
    ),
  ],
  pt: [
    mail(
      'both',
      'Máquina de loiça',
      'Duas coisas. A máquina de lavar loiça entregue na quinta deixa uma poça por baixo da porta a cada lavagem. E a velha continua no nosso corredor, embora a recolha estivesse incluída no preço. Quando vêm buscá-la?',
    ),
    mail(
      'both',
      '',
      'a maquininha mostra violação e não aceita cartão nenhum. e quanto se paga agora por mês, ninguém me avisou do aumento',
    ),
    mail(
      'both',
      'Licenças e acesso',
      'Olá, passem o nosso plano de 12 para 20 lugares a partir de maio e digam-me quanto fica. Três dos novos nunca recebem o código de confirmação e não conseguem entrar.',
    ),
    mail(
      'both',
      'Extrato',
      'Não consigo abrir o extrato no portal, a página fica em branco. No de papel há um valor de abril que não reconheço, expliquem-me por favor.',
    ),
    mail(
      'support',
      'Impressora de etiquetas',
      'Desde que mudámos as mesas a impressora tira uma etiqueta em branco em cada duas. Mesmo rolo, mesmo controlador. Que definição é?',
    ),
    mail('support', '', 'o comando do portão morreu outra vez. luz verde acesa, nada se mexe'),
    mail(
      'support',
      'Som',
      'Paguei bastante por estas colunas e estava muito contente. Desde o fim de semana a da esquerda estala com o volume baixo. Troquei os cabos e continua. Alguma ideia?',
    ),
    mail(
      'service',
      'Mudança',
      'Saímos do apartamento no dia 30. Fechem a conta nesse dia e enviem a última fatura para a nova morada. Há custo por terminar antes?',
    ),
    mail(
      'service',
      'Tamanho',
      'As botas ficaram pequenas. Ainda tenho a caixa. Como as troco e quem paga os portes?',
    ),
    mail(
      'service',
      'AINDA NADA',
      'Encomendado no dia 2, prometido para o dia 9, hoje é 21. Vi o rastreio no vosso site dez vezes. ONDE ESTÁ?',
    ),
  ],
}
