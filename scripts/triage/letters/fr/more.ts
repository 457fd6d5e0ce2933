import { letters } from '../letter.ts'

export const more = [
  letters('card payments', {
    service: `
      Pourquoi des frais quand je recharge avec une carte étrangère
      Mon salaire n'est pas tombé alors qu'il est parti lundi
      Le distributeur a donné 80, vous avez retiré 100
      Quelqu'un a payé avec ma carte au supermarché, je veux être recrédité
      Où en est la carte que vous m'avez postée
      Ma fille de 16 ans peut-elle ouvrir un compte
      Le bénéficiaire n'a rien reçu, pouvez-vous tracer`,
    support: `
      Le PIN ne s'affiche pas dans l'appli, champ gris
      La puce n'est lue dans aucun magasin
      Le contrôle par selfie reste noir
      Cinq codes faux et me voilà bloquée hors de l'appli
      La carte virtuelle refuse de s'ajouter au téléphone`,
    both: `
      L'hôtel est passé deux fois, {m}, et depuis hier soir l'appli refuse mon code`,
  }),
  letters('bakery supplier', {
    service: `
      La farine livrée n'est pas la T65 commandée
      Vos prix du beurre pour vingt cartons par semaine
      On a fermé lundi, décalez la tournée à mardi
      L'avoir des sacs percés n'est toujours pas fait`,
    support: `
      Le pétrin disjoncte au deuxième palier
      La chambre de pousse reste à 12 degrés
      La balance ne parle plus à la caisse
      Le four affiche sonde HS`,
    both: `
      Six sacs percés à reprendre, et le pétrin que vous louez s'arrête avec le défaut 7`,
  }),
  letters('campsite', {
    service: `
      On voudrait la parcelle au bord de l'eau la semaine du 14 juillet
      Les arrhes payées deux fois, rendez-en une
      Nos voisins de tente ont mis la musique jusqu'à trois heures
      Acceptez-vous les chiens et à quel prix`,
    support: `
      La barrière ne lit pas notre plaque
      Pas d'eau chaude au bloc B, les jetons sont avalés
      Le wifi du camping demande un code qui ne marche jamais`,
    both: `
      Prolongez-nous de deux nuits, et la borne électrique 43 saute dès qu'on branche la bouilloire`,
  }),
  letters('town bus', {
    service: `
      Le bus est passé sans s'arrêter, j'ai raté mon train, je fais une réclamation
      La carte senior est-elle valable le dimanche
      J'ai eu une amende avec un abonnement à jour
      Parapluie vert oublié dans le 7`,
    support: `
      Le valideur reste rouge avec ma carte
      L'appli annonce le bus dans zéro minute depuis une demi-heure
      Impossible de recharger par NFC, carte non détectée`,
    both: `
      {m} débités et le passe jamais chargé, rendez-les, et l'appli se ferme dès que je pose la carte`,
  }),
  letters('notary', {
    service: `
      Il me faut une copie de l'acte de vente de 2003
      Combien coûte une procuration
      Vous avez mal écrit mon second prénom`,
    support: `
      Votre portail de signature réclame un module introuvable
      Le document signé s'ouvre avec signature non valide`,
    both: `
      Les honoraires ne sont pas ceux du devis, et la visio de signature coupe au bout de deux minutes`,
  }),
  letters('it desk requests', {
    service: `
      La maintenance du traceur arrive à terme, préparez le bon de renouvellement
      Un mobile pour le nouveau commercial, modèle habituel
      Facture du câbleur à valider
      Matériel reçu, inventaire à faire et commande à clore
      Inscrivez deux personnes à la formation de mai`,
    support: `
      Lecteur réseau perdu depuis que j'ai changé de bureau
      Deux cœurs et de la mémoire pour le serveur de rapports
      Serveur injoignable après la maintenance
      Droit d'écriture wiki pour l'audit
      L'ouverture de session prend dix minutes
      Désactivez les comptes des partants
      Ouvrez l'adresse du scanner dans le pare-feu
      Prise réseau morte en salle de réunion
      File d'impression bloquée`,
    both: `
      Un écran à commander pour le poste 9, et l'ancienne station ne charge plus`,
  }),
  letters('long letters', {
    service: `
      Cliente depuis 2009, je ne me suis jamais plainte, mais la façon dont votre employé a parlé hier à ma \
        mère, en la \
        coupant puis en riant, est inadmissible et j'attends des excuses
      En bref : payé en janvier, livré en mars, mauvaise couleur, renvoyé en avril, et depuis silence. Le \
        bon article ou l'argent
      Nous sommes une petite boulangerie et songeons à passer chez vous. Quels sont vos minimums, vos \
        délais de \
        règlement, et livrez-vous avant six heures
      Mon père est décédé en mai. Vous trouverez l'acte ci-joint ; merci de mettre fin au contrat, de me \
        dire ce qui \
        reste dû et d'écrire désormais à mon nom
      La machine tourne à merveille, rien à redire. C'est la facture : le tarif horaire n'est pas celui du \
        contrat
      Vos applis, je m'en moque. Que quelqu'un m'appelle pour la facture
      La mise à jour s'est bien passée. Ce que je refuse, c'est de la payer quand le vendeur la disait \
        gratuite
      Dites, le bon cadeau de mamie de l'an passé, il est encore bon ?`,
    support: `
      J'y suis depuis six heures : désinstallé, réinstallé, autre poste, autre navigateur, toujours fin de \
        fichier \
        inattendue. La commande est la {n} au besoin
      On vous paie une fortune chaque mois et c'est en panne depuis hier. Remettez-le en route
      Livré mardi, bel emballage, rapide. Mais ça ne fait rien : j'appuie, lumière rouge une seconde, puis \
        plus rien
      D'habitude c'est mon mari, il est en voyage. La télé dit pas de signal et il y a quatre \
        télécommandes. J'appuie où
      Nous avons acheté votre système l'an dernier et souhaitons le passer sur un autre serveur ; quelles \
        étapes, et que faut-il arrêter avant
      Licence renouvelée, facture reçue, très bien. Mais le logiciel se dit toujours expiré et ne me laisse \
        pas entrer
      Dans quel menu, je vous prie, s'active la sauvegarde automatique
      Je ne réclame ni argent ni changement de contrat, je veux que le chauffage cesse de s'éteindre la nuit`,
    both: `
      Deux choses. La facture est au nom de mon ancienne société, refaites-la. Et depuis le déménagement le \
        scanner envoie tout en double
      J'en ai assez : la machine s'arrête chaque nuit sur un défaut inexpliqué, et vous facturez la visite \
        où votre homme n'a rien réparé
      C'est pour la commande {n}, en retard d'une semaine. Tant que j'y suis : mon compte affiche le nom \
        d'un autre, on dirait un bug
      Nous prolongeons d'un an au prix proposé. Regardez aussi pourquoi le rapport de nuit est vide depuis \
        le 1er
      Arrêtez mon abonnement fin de mois. D'ici là que ça marche, les vidéos se figent au bout de dix secondes
      Merci pour la rapidité. Une tasse était cassée, remplacez-la, et la cafetière fuit par dessous en \
        chauffant`,
  }),
]
