import type { Probe } from './probe.ts'

export const fr: readonly Probe[] = [
  {
    kind: 'support',
    subject: 'Caisse bloquée',
    body: `Bonjour,

depuis ce matin notre caisse reste figée sur le logo. Nous l'avons débranchée puis rebranchée, sans résultat. Le deuxième poste, lui, marche normalement. Pouvez-vous intervenir à distance ?

Bien cordialement
Boulangerie Morel`,
  },
  {
    kind: 'support',
    subject: '',
    body: "j'arrive plus à ouvrir mes mails sur le nouveau téléphone, il dit serveur introuvable",
  },
  {
    kind: 'support',
    subject: 'INADMISSIBLE',
    body: 'Troisième coupure de la ligne cette semaine !!! Le voyant est rouge, redémarrer la box ne change rien. Je travaille à la maison, réparez ça !',
  },
  {
    kind: 'service',
    subject: 'Canapé',
    body: "On m'avait promis le canapé pour le 12, nous sommes le 20 et toujours rien. Quand sera-t-il livré ? Je demande un geste commercial.",
  },
  {
    kind: 'service',
    subject: 'Changement de coordonnées',
    body: `Madame, Monsieur,

notre association déménage le mois prochain. Merci d'enregistrer la nouvelle adresse et d'établir désormais les factures au nom de la trésorière. Serait-il possible de passer à un règlement trimestriel ?

Veuillez agréer, Madame, Monsieur, nos salutations distinguées
La présidente`,
  },
  {
    kind: 'service',
    subject: 'remboursement',
    body: 'article renvoyé il y a un mois, toujours pas remboursée, vous vous moquez de moi',
  },
  {
    kind: 'both',
    subject: 'Aspirateur',
    body: "L'aspirateur reçu hier ne s'allume pas et la batterie ne charge pas. De plus vous m'avez facturé deux fois la livraison. Dites-moi comment le faire marcher et remboursez le trop-perçu.",
  },
  {
    kind: 'both',
    subject: '',
    body: "j'ai commandé le kit deux fois par erreur, je peux en rendre un. l'autre ne s'appaire pas avec mon téléphone, essayé trois fois",
  },
  {
    kind: 'both',
    subject: 'Chaudière',
    body: "La chaudière posée le mois dernier s'arrête chaque nuit avec le code 4, le matin il n'y a pas d'eau chaude. Et le technicien nous a facturé deux heures pour vingt minutes. Merci de la vérifier et de corriger la facture.",
  },
  {
    kind: 'support',
    subject: 'Caisse',
    body: "Bonjour, j'ai acheté la caisse chez vous il y a deux ans et je l'ai payée cher. Depuis ce matin le tiroir ne s'ouvre pas à la fin de la vente ; le ticket sort mais rien ne claque. Ai-je manqué un réglage ?",
  },
  {
    kind: 'service',
    subject: 'Réservation 8841',
    body: "Bonjour, j'ai réservé une chambre avec votre application, tout s'est bien passé. Mais mes projets ont changé : pouvez-vous décaler le séjour au week-end suivant, et y aurait-il un supplément ?",
  },
]
