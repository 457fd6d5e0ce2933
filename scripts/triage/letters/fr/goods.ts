import { letters } from '../letter.ts'

export const goods = [
  letters('online shop', {
    service: `
      Toujours pas reçu mon colis, c'était un cadeau, l'anniversaire est passé
      J'ai pris la taille au-dessus par erreur, vous pouvez modifier avant l'envoi ?
      Ma commande {n} a été débitée mais je n'ai aucun mail de confirmation
      La carte cadeau de ma fille n'est pas arrivée
      Il manque la moitié des articles et le bon de livraison dit complet
      Vous m'aviez promis un geste commercial, j'attends
      Renvoyé le 2, où en est mon remboursement
      Peut-on payer en trois fois sans frais
      Livrez-vous en Corse le samedi ?
      C'est du vol. Je veux être remboursée de {m} sous huit jours`,
    support: `
      Impossible de valider le panier, le bouton reste gris
      votre site rame et finit sur une page blanche
      Je ne reçois pas le mail pour changer mon mot de passe
      L'appli plante quand j'ouvre le suivi
      Le code de connexion arrive trop tard et il est déjà expiré
      Les filtres ne marchent pas, il affiche tout quand même
      Le bordereau de retour ne se télécharge pas, fichier endommagé
      Comment activer la double authentification sur mon compte`,
    both: `
      Je vous renvoie la lampe, et la page des retours affiche une erreur 500 chez moi
      Deux assiettes cassées, je voudrais un remplacement ; au passage, l'appli me déconnecte toutes les \
        deux minutes`,
  }),
  letters('fashion', {
    service: `
      Le manteau bouloche au bout de trois jours, à ce prix c'est honteux
      Je voudrais échanger la robe contre un 38
      Cette chemise taille-t-elle petit ? je suis entre M et L
      Reprenez-vous les articles soldés
      L'antivol est encore sur la veste !`,
    support: `
      La cabine virtuelle se fige dès que j'entre ma taille
      Les photos ne s'affichent pas, que des carrés gris
      Le scan de l'étiquette dans l'appli reste noir`,
    both: `
      Reprenez les bottines, elles blessent, et votre guide des tailles bloque mon navigateur à chaque fois`,
  }),
  letters('furniture', {
    service: `
      Canapé prévu semaine 14, on m'annonce la 21. Vous comptez faire quoi
      Les livreurs ont abîmé le mur de l'entrée avec l'armoire
      Il manque le sachet de vis du lit
      Combien en plus pour la version chêne massif
      J'annule la cuisine, le délai est inacceptable, rendez l'acompte`,
    support: `
      Le fauteuil releveur monte puis reste bloqué
      Le bureau électrique affiche E01 et refuse de monter
      Le miroir lumineux clignote
      Comment régler les charnières, la porte frotte
      Le configurateur de cuisine ne garde pas mon plan`,
    both: `
      Le moteur du lit force et s'arrête, et vous m'avez facturé deux sommiers au lieu d'un`,
  }),
  letters('appliances', {
    service: `
      Le dépanneur devait passer mardi matin, j'ai posé ma journée pour rien
      À combien est l'extension de garantie pour un frigo de deux ans
      Reprenez-vous l'ancien lave-linge à la livraison
      89 euros de déplacement alors que c'est sous garantie, je conteste
      Frigo livré cabossé et refusé, quand serai-je remboursé
      Quelle plaque me conseillez-vous avec une prise de 20 ampères`,
    support: `
      Le lave-linge n'essore plus et la porte reste verrouillée
      Le four fait sauter le disjoncteur à 180
      Lave-vaisselle bloqué sur E15, eau au fond
      La machine à café réclame de l'eau, le bac est plein
      Comment enlever la sécurité enfant de la plaque
      Le congélateur givre et bipe sans arrêt
      Le sèche-linge sent le brûlé`,
    both: `
      Le lave-vaisselle s'arrête en plein cycle, et je ne paierai pas les {m} de votre dernière visite, \
        c'était la garantie`,
  }),
  letters('cameras', {
    service: `
      Le bouchon d'objectif manquait, numéro de série {n}
      Mon boîtier est à l'atelier depuis sept semaines, aucune nouvelle
      Quelle reprise pour mon ancien appareil
      L'offre de remboursement n'a jamais été versée`,
    support: `
      Bandes vertes sur les photos depuis le firmware {v}
      Il ne reconnaît pas la carte, même neuve
      L'autofocus patine avec le 50 mm
      Comment jumeler l'appareil avec mon téléphone, c'est toujours refusé`,
    both: `
      J'ai payé le kit, reçu le boîtier nu, et en plus il s'allume sur Err 30`,
  }),
  letters('phones', {
    service: `
      Précommandé en noir, reçu en bleu, non merci
      On m'a collé une assurance mobile que je n'ai pas voulue
      Rachetez-vous les téléphones à l'écran fêlé`,
    support: `
      Il chauffe et s'éteint à 40 pour cent
      L'eSIM ne s'installe pas, profil invalide
      Depuis la mise à jour on ne m'entend plus
      Comment transférer mes discussions sur le nouveau
      L'empreinte n'est plus reconnue`,
    both: `
      La tablette redémarre en boucle depuis dimanche, et vous m'avez prélevé {m} pour une coque jamais \
        commandée`,
  }),
  letters('cars', {
    service: `
      Devis 380, facture 610, expliquez-moi chaque ligne
      Il me faut un rendez-vous pour le contrôle technique et les pneus hiver
      Pas de voiture de location au comptoir, taxi à mes frais, remboursez
      Quel loyer en LOA sur 48 mois sans apport
      Troisième date de livraison non tenue pour ma voiture neuve
      Rayure sur la portière à la remise des clés, le vendeur a ricané
      La carte grise s'est perdue, envoyez un double`,
    support: `
      Le GPS reste sur le logo depuis la mise à jour des cartes
      Voyant moteur allumé, plus de puissance
      L'appli dit véhicule hors ligne
      La charge s'arrête après trois minutes, défaut borne
      Comment appairer une deuxième clé
      Le radar de recul bipe pour rien
      La clim ne souffle que du chaud`,
    both: `
      Le coffre ne s'ouvre plus à la télécommande, et la caution de {m} de juin n'est toujours pas revenue
      Prenez-moi un rendez-vous de révision ; et l'appli de la voiture renvoie l'erreur 1101 à la connexion`,
  }),
  letters('bikes', {
    service: `
      Vélo cargo promis en avril, on est en août
      Louez-vous des électriques à la semaine, assurance comprise
      On m'a vendu le modèle de l'an dernier au prix du nouveau`,
    support: `
      Le moteur coupe en côte, code W107
      L'écran reste noir, batterie pleine
      Les vitesses sautent, comment ça se règle
      Le traceur n'envoie plus de position`,
    both: `
      L'assistance s'éteint toute seule, et la deuxième clé notée sur ma commande n'était pas dans le carton`,
  }),
  letters('games', {
    service: `
      Mon fils a dépensé {m} en pièces, annulez ça
      Acheté l'édition deluxe deux fois, remboursez-en une
      Banni sans raison et votre modérateur m'a insulté`,
    support: `
      Ça plante au deuxième boss, retour bureau
      Bloqué sur connexion au serveur
      Sauvegarde disparue avec le patch, 60 h !
      Le skin acheté n'apparaît pas en jeu, relancé deux fois
      La manette dérive dans les menus
      10 images par seconde depuis la {v}`,
    both: `
      Pass de saison prélevé deux fois et le lanceur ne démarre même pas, erreur 0xc000007b`,
  }),
  letters('pharmacy', {
    service: `
      La crème périme le mois prochain, ce n'est pas sérieux
      Ma sœur peut-elle retirer mon ordonnance
      Mauvais dosage livré, il me faut le bon avant le week-end
      Faites-vous le tiers payant`,
    support: `
      Le tensiomètre affiche Err 3 à chaque fois
      Le lecteur de glycémie ne transmet plus à l'appli
      Mon ordonnance refuse de se charger, format non pris en charge`,
    both: `
      Le capteur ne se synchronise plus, et il me faudrait une facture groupée pour ma mutuelle`,
  }),
  letters('eyewear', {
    service: `
      Les verres ne sont pas à ma vue, refaites-les
      Combien pour une deuxième paire et que prend la mutuelle
      Mes lunettes devaient être prêtes jeudi
      Une branche cassée au bout d'un mois, je veux une monture neuve`,
    support: `
      L'essayage en ligne n'active pas ma caméra
      Les lunettes connectées ne se rechargent plus dans l'étui
      Comment relier les lunettes audio à mon portable`,
    both: `
      La commande de lentilles est partie à mon ancienne adresse, et l'essai virtuel du site fige mon \
        téléphone`,
  }),
]
