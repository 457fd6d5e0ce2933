import { say } from './pack.ts'
import type { Pack } from './pack.ts'

export const fr: Pack = {
  hello: ['Bonjour,', 'Bonjour à toute l’équipe,', 'Madame, Monsieur,'],
  bye: ['Merci d’avance,', 'Cordialement,', 'Bien à vous,', 'Bonne journée,'],
  answerHello: ['Bonjour {first},', 'Bonjour,'],
  answerBye: ['Bien cordialement,\n{agent}', 'Je reste à votre disposition.\n{agent}'],
  nudges: [
    'Avez-vous pu regarder ? Nous ouvrons samedi et aimerions que ce soit réglé avant.',
    'Je me permets de relancer, vous faut-il autre chose ?',
  ],
  more: [
    'Je viens d’essayer, rien ne change. Je peux envoyer une photo.',
    'Ma collègue de l’autre boutique le voit aussi depuis lundi.',
  ],
  thanks: [
    'C’est bon, tout fonctionne. Merci pour votre rapidité.',
    'Parfait, c’est très clair. Merci.',
    'Super, merci beaucoup.',
  ],
  closings: [
    'Ravi de l’apprendre. Je clos le dossier ; répondez simplement si cela revient.',
    'Avec plaisir. La cause est notée, personne ne vous la redemandera.',
  ],
  topics: {
    'late-delivery': say(
      'La commande {order} n’est pas arrivée',
      'J’ai passé la commande {order} il y a {days} jours et le suivi n’avance plus. Il nous faut l’article ({item}) avant le week-end.',
      'Je suis désolé pour l’attente. Le colis était dans le mauvais dépôt et repart demain avant midi. Je vérifie moi-même à dix heures et vous écris dans tous les cas.',
      'Livré à 11 h 42. Les frais de port vous sont remboursés.',
    ),
    'charged-twice': say(
      'Débité deux fois pour {order}',
      'Ma carte montre deux débits de {amount} pour la commande {order}, à une minute d’écart. Je n’ai commandé qu’une fois.',
      'Vous avez raison, toutes mes excuses : la page de paiement a répété le débit. J’ai renvoyé {amount} aujourd’hui ; comptez trois jours ouvrés.',
      'La banque confirme le remboursement sous {rc}.',
    ),
    'refund-when': say(
      'Quand arrive mon remboursement ?',
      'Mon retour {rc} est chez vous depuis {days} jours. Quand serai-je remboursé ?',
      'Le retour {rc} est contrôlé et {amount} sont partis ce matin. Votre banque met deux à quatre jours.',
    ),
    'invoice-address': say(
      'Facture {invoice} à l’ancienne adresse',
      'La facture {invoice} porte encore notre ancienne adresse, pourtant changée dans le compte. Notre comptable la refuse.',
      'C’est corrigé : {invoice} est réémise à la bonne adresse, l’ancienne est marquée comme remplacée.',
    ),
    'which-plan': say(
      'Quelle formule pour {n} boutiques ?',
      'Nous avons {n} petites boutiques et changeons nos caisses. La formule Boutique suffit-elle, ou faut-il la formule Chaîne ? Nous voulons un stock commun.',
      'Avec {n} boutiques et un stock commun, la formule Chaîne revient moins cher. Je joins les deux calculs ; on change à chaque fin de mois.',
    ),
    'loyalty-points': say(
      'Points de fidélité manquants',
      'La commande {order} n’a pas rapporté de points. Expirent-ils en fin d’année ?',
      'Les points arrivent au paiement de la facture : les vôtres sont là depuis hier, valables deux ans.',
    ),
    complaint: say(
      'Troisième explication',
      'J’ai tout expliqué à trois personnes et personne ne note rien. Le colis est arrivé en retard avec le mauvais câble.',
      'Votre agacement est légitime et vous n’aurez plus à l’expliquer : je garde le dossier. Le bon câble part aujourd’hui en express, je vous appelle demain à dix heures.',
      'Promis, tenu : livré à 9 h 20. Un avoir de {amount} est sur votre compte.',
    ),
    'scanner-pairing': say(
      'La douchette ne s’associe plus à la caisse',
      'Notre P40 ne s’associe plus : il clignote en rouge et l’application affiche E-310. Firmware {version}. Redémarrage sans effet.',
      'E-310 avec le firmware {version} est un défaut connu (KE-117). Installez la version 2.3 par USB, cinq minutes suffisent ; la notice est jointe.',
      'Avec la 2.3, la clé est acceptée. Refaites l’association dans Réglages, Appareils.',
    ),
    'printer-offline': say(
      'L’imprimante d’étiquettes se déconnecte la nuit',
      'La L20 est hors ligne chaque matin jusqu’au redémarrage. Firmware {version}, en filaire.',
      'C’est le KE-118 : elle s’endort et ne répond plus au routeur. Désactivez « deep sleep » dans Réseau, Énergie.',
    ),
    'codes-rejected': say(
      'Codes de connexion refusés',
      'Les codes à six chiffres sont refusés depuis lundi, sur deux téléphones.',
      'C’est presque toujours l’horloge : passez téléphone et caisse à l’heure automatique. Sinon je réinitialise le second facteur avec vous au téléphone.',
    ),
    'export-fails': say(
      'L’export échoue avec E-1042',
      'L’export de notre catalogue s’arrête avec E-1042. Environ {n} mille articles.',
      'Depuis cette nuit E-1042 touche les grands catalogues (KE-121). Par catégorie, cela fonctionne ; dites-moi lesquelles et je les sors pour vous.',
    ),
    'terminal-totals': say(
      'Écart de {amount} en fin de journée',
      'Le terminal T5 affiche {amount} de plus que la caisse, deux fois cette semaine, après une carte refusée.',
      'Un paiement refusé puis repris compte double sur le T5 avant la 5.2. Rien n’a été débité deux fois. Mettez le terminal à jour ; j’ai corrigé les deux journées.',
    ),
    'broken-on-arrival': say(
      'Arrivé cassé : commande {order}',
      'L’article de la commande {order} ({item}) ne s’allume pas et le carton était enfoncé. Il m’en faut un autre, et peut-on reprendre les réglages ?',
      'Je suis désolé. Le remplacement part aujourd’hui sans attendre le retour ; l’étiquette est {rc}. Un collègue du support transférera les réglages.',
      'Le remplacement est réglé et {rc} est clos.',
    ),
  },
}
