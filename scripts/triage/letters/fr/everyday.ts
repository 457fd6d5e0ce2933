import { letters } from '../letter.ts'

export const everyday = [
  letters('learning to drive', {
    service: `
      C'est combien le permis moto, et ça commence quand ?
      Est-il possible de décaler la leçon de vendredi à mardi ?
      Le moniteur m'a crié dessus, je veux quelqu'un d'autre
      Merci de me rembourser les deux heures que je n'ai pas prises
      Faut-il apporter une pièce d'identité à l'examen ?
      Vous ouvrez le lundi ?
      La facture est à mettre au nom de ma mère`,
    support: `
      L'appli du code revient à la première question à chaque réponse
      Le simulateur tire à gauche et l'image saccade
      Comment faire lire les questions à voix haute ?
      Mon planning reste vide alors que celui de mon frère est rempli
      mon code pour la salle est refusé à chaque fois, une idée ?`,
    both: `
      L'appli me déconnecte sans arrêt, et je voudrais réserver deux heures de plus
      Où est mon attestation ? En plus la page de réservation plante dès que je choisis un jour
      Vous avez prélevé deux fois les frais d'examen. Et les vidéos ne se lancent pas`,
  }),
  letters('tents and caravans', {
    service: `
      Les chiens sont-ils admis, et combien pour une tente et deux adultes ?
      Nous arriverons après 22 h, y aura-t-il quelqu'un ?
      Peut-on rester deux nuits de plus ?
      Notre emplacement était déjà occupé, nous voulons la moitié du prix
      Jusqu'à quelle heure l'épicerie est ouverte
      Il me faut une facture du séjour pour mon comité d'entreprise`,
    support: `
      Pas de courant au 22, ça saute dès qu'on branche
      La douche avale le jeton et rien ne coule
      Le wifi se connecte mais aucune page ne s'ouvre
      La manivelle du store tourne dans le vide, comment la remettre ?`,
    both: `
      La borne est morte, et nous aimerions un reçu pour la caution
      Nous restons jusqu'à lundi. La barrière ne reconnaît plus notre plaque non plus
      La glacière clignote puis se coupe. Et la housse promise n'est jamais venue, faites-la partir svp`,
  }),
  letters('toy maker', {
    service: `
      La boîte est arrivée sans la rampe bleue, merci de me la faire parvenir
      Le cadeau est arrivé deux jours après la fête
      À partir de quel âge ?
      Je souhaite le rendre, jamais ouvert
      Vos livreurs ont laissé le carton sous la pluie, je veux un geste`,
    support: `
      Le train s'arrête à l'aiguillage et grince, piles neuves
      La poupée parle toute seule la nuit
      La voiture ne tourne plus qu'à droite
      Comment passe-t-on la voix de l'ours en français ?
      On entend le son mais l'image reste noire, j'ai essayé deux câbles
      Je reprends le dossier de ma collègue : la mise à jour conseillée est faite, rien ne change`,
    both: `
      La grue ne soulève plus rien. Et deux vis manquaient dans le sachet, merci de les envoyer
      Je vous écris à deux titres : la courbe ne s'affiche plus, et je n'ai pas reçu la prime annoncée
      Impossible d'ouvrir mes documents sur l'espace en ligne. Il me faudrait d'autre part une \
        attestation d'inscription
      Deux points : il se coupe toujours au même endroit, et personne ne vient chercher le vieux comme \
        convenu`,
  }),
]
