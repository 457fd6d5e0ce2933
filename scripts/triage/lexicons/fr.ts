import { words } from './lexicon.ts'
import type { Lexicon } from './lexicon.ts'

export const fr: Lexicon = {
  support: words(`
    plante; plantage; figé; gelé; erreur; message d'erreur; code erreur; bug;
    panne; en panne; cassé; défectueux; défaut; dysfonctionnement; ne fonctionne pas; ne marche plus;
    ne démarre pas; ne s'allume pas; ne répond pas; écran noir; page blanche; clignote; scintille;
    surchauffe; bruit; bipe; hors ligne; déconnecté; connexion; connexion impossible;
    pas d'internet; ligne coupée; wifi; réseau; box; routeur; modem; pare-feu; VPN; lent;
    délai dépassé; serveur; injoignable; indisponible; se connecter; identifiant;
    accès; accès refusé; compte mot de passe; mot de passe oublié; réinitialiser;
    code de vérification; droits; autorisation; synchroniser; synchronisation; sauvegarde; restaurer;
    données perdues; exporter; importer; téléverser; télécharger; installer; installation; réinstaller;
    configurer; configuration; paramètres; réglages; mise à jour; micrologiciel; pilote; version;
    compatible; intégration; base de données; journal; capture d'écran; réparer; réparation; dépanner;
    dépannage; redémarrer; imprimante; imprimer; scanner;
    clavier; souris; moniteur; écran; ordinateur; portable; tablette; téléphone; mobile; appli;
    application; batterie; chargeur; charger; câble; USB; Bluetooth; appairer; haut-parleur; son; micro;
    caméra; capteur; disque dur; messagerie; boîte mail; dossier partagé; fichier; navigateur;
    logiciel; programme; système; appareil; machine; terminal; lecteur; chaudière;
    thermostat; support technique; informatique; bouton;
  `),
  service: words(`
    remboursement; rembourser; être remboursé; retour; retourner;     échange; échanger; remplacement; annuler; annulation; résilier; résiliation;
    abonnement; adhésion; cotisation; renouvellement; contrat; préavis; conditions; facture; factures;
    facturation; reçu; relevé; prélèvement; prélevé deux fois; débité; frais; prix; tarif;
    tarifs; coût; devis; remise; réduction; bon d'achat; code promo; carte cadeau; points de fidélité;
    offre; promotion; paiement; payer; payé; règlement;     virement; mensualités; carte bancaire; solde; compte bancaire; argent; commande; ma commande;
    commander; achat; acheter; acheté; livraison; livré; livreur; livrer; expédition; envoi; colis;
    transporteur; suivi; retard; article manquant; mauvais article; arrivé abîmé; adresse;
    changer d'adresse; déménagement; changement de nom; données personnelles;
    compte client; fermer mon compte; créer un compte; rendez-vous; réservation; horaires; magasin;
    boutique; agence; garantie; plainte; réclamation; impoli; personnel; vendeur; responsable; excuses;
    dédommagement; déçu; inadmissible; mauvais service; avis; félicitations; conseil; recommandation;
    disponibilité; en stock; taille; couleur; catalogue; lettre d'information; commercial; souscrire;
    formation; TVA; avoir; relance; impayé; meuble; manteau;
    chaussures;
  `),
  neutral: words(`
    jardin; maison; mère; père; temps; arbre; été; hiver; rivière; café; déjeuner; anniversaire;
    vacances; village; musique; football; école; professeur; médecin; pain; pomme; fleur; rue; fenêtre;
    porte; cuisine; famille; enfants; ami; voisin; chien; chat; cheval; montagne; livre; histoire;
    photo; collègue; réunion; projet; rapport; idée; bonne nouvelle; nord; entreprise; ville; pays;
    gens; homme; femme; nom; lettre; courrier; message; réponse; appel; information; pièce jointe;
    voir ci-dessous; affaire; sujet; cas; personne; client; chose; lieu; partie; espère; crois;
    souviens; comprends; content; fâché; en colère; triste; fatigué; inquiet; désolé; énervé; patience;
    important; rapide; bientôt; tard; enfin; encore; plusieurs; même; différent; grand; petit; vieux;
    juste; mieux; pire;
  `),
}
