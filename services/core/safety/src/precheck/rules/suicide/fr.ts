import type { RuleSet } from '../rule.ts'

const adverbs = '[juste|vraiment|simplement|seulement|tellement|plus que tout|seulement]'
const idioms = `
  (mourir|meurs|mort|morte|mourais|crever|creve) ~1 de (rire|faim|soif|froid|chaud|honte|peur|envie|trouille|fatigue|ennui|jalousie|curiosite|chaleur|sommeil|plaisir)
  (tuer|tue) (le temps|l ennui|une mouche|le moustique|des zombies)
  (me) (tue|tuer) (au travail|a la tache|au boulot|a l expliquer|a le repeter|a te dire)
  (va|vont|peut|peuvent) me tuer
  (belle|beau|bon|bonne) a (mourir|en mourir)`

export const suicideFr: RuleSet = {
  language: 'fr',
  family: 'suicide',
  rules: {
    want_to_die: {
      severity: 'wish',
      match: `
        {veux} ${adverbs} (mourir|crever|etre mort|etre morte|disparaitre pour toujours|disparaitre a jamais|dormir pour toujours|ne plus exister|ne plus me reveiller|ne pas me reveiller|ne plus etre la|ne plus vivre|cesser d exister|arreter de vivre|ne jamais etre ne|ne jamais etre nee|ne plus jamais me reveiller)
        (si seulement|j aimerais|je voudrais|je souhaite) ~2 (etais mort|etais morte|mourir|pouvais mourir|ne plus etre la)
        (je prefererais|mieux vaut|autant) ~1 (etre mort|etre morte|mourir|crever)
        j espere ~2 ne ~1 me reveiller
        (je serais mieux|ce serait mieux|serait plus simple) ~1 (mort|morte|si j etais mort|si j etais morte|si je mourais|si je n existais pas|si je n etais plus la)
        j aurais ~1 (prefere|voulu|aime) ne (jamais|pas) (naitre|etre ne|etre nee)`,
      idiom: idioms,
      ignore: [],
    },
    dont_want_to_live: {
      severity: 'wish',
      match: `
        (je|j) [ne] (veux|ai|peux|supporte|souhaite|voulais) ~1 (plus|pas) ~2 (vivre|exister|continuer a vivre|etre en vie|de vivre|d exister|d etre la|etre la|me reveiller|envie de vivre|envie d exister|envie d etre la|rester en vie|d etre en vie)
        (aucune|plus aucune|pas de|plus de|plus) (raison|raisons|envie|gout|force) (de|pour) (vivre|rester en vie|exister|continuer a vivre)
        (ma|la|cette) vie (n a|ne vaut|n en vaut|a|vaut) (plus|pas|aucun|plus aucun) ~2 (sens|la peine|rien|le coup)
        (vie|vivre) ne vaut ~3 (peine|coup|vecue)
        (fatigue|fatiguee|marre|epuise|epuisee|lasse|ras le bol) (de|d) (vivre|exister|la vie|etre en vie|ma vie)
        a quoi bon (vivre|continuer|exister|rester en vie|continuer a vivre)
        (je m en fiche|ca m est egal|peu importe) ~2 (mourir|de mourir|si je meurs|vivre ou mourir)`,
      unless: `
        (vivre|etre|rester) [ici|avec|dans|en|a|chez|seule|seul|ensemble] ~2 (ville|maison|lui|elle|parents|appart|appartement|colocation|paris|campagne|province|banlieue)
        me reveiller (a|tot|si tot|avant|aussi tot|tous les jours a)`,
      ignore: ['negation'],
    },
    kill_myself: {
      severity: 'thoughts',
      match: `
        (me suicider|me tuer|me foutre en l air|m oter la vie|m enlever la vie|mettre fin a mes jours|mettre fin a ma vie|me pendre|me tirer une balle|m ouvrir les veines|me jeter (sous|du|dans|par|d un) ~3 (train|pont|metro|fenetre|vide|balcon|toit|rails|seine)|me balancer (du|sous|par) ~3|sauter (du|d un|par) ~2 (pont|toit|balcon|fenetre|immeuble)|me buter|me noyer|me flinguer|me desvivre|me supprimer)
        (en finir|finir) (avec la vie|avec ma vie|pour de bon|une bonne fois pour toutes|avec tout ca|avec tout|avec moi)
        (envie d|envie|je vais|je veux|vouloir|j aimerais|pense a|pensais a|pour|soir d|voudrais|d|besoin d|pret a|prete a|decide d|soir je vais) en finir
        (je me|j vais me|je vais me) (suicide|tue|bute|pends|flingue|suicider|tuer|buter|pendre|flinguer)`,
      idiom: idioms,
      unless: `
        en finir avec (ce|cette|ces|le|les|mon|la) (dossier|memoire|these|travaux|rapport|projet|menage|valises|demenagement|reunion|stage|grippe|partiels|examens)`,
    },
    suicidal: {
      severity: 'thoughts',
      match: `
        (pensees|idees|envies|pulsions|tendances) (suicidaires|suicidaire|de suicide|de mort|noires de mort)
        (pense|penser|pensees|songe|penses|songer|obsede|obsedee) ~2 (au suicide|a la mort|a mourir|a me tuer|a me suicider|a en finir|suicide|a me pendre)
        (je suis|me sens|suis) ~1 suicidaire
        (ma|une|la) lettre (d adieu|de suicide)
        (ma|une|nouvelle) tentative (de suicide|hier|cette semaine)
        le suicide (est|serait|semble) ~3 (solution|issue|sortie|option)`,
      unless: `
        (prevention|conference|formation|livre|cours|these|film|documentaire|statistiques|sociologie|durkheim|escadron) ~5
        suicide ~5 (durkheim|sociologie)`,
    },
    intent: {
      severity: 'intent',
      match: `
        (je vais|j vais|j ai decide de|j ai decide d|je compte|je suis prete a|je suis pret a|je suis sur le point de|je suis sur le point d) ~1 (me tuer|me suicider|en finir|mettre fin a mes jours|mettre fin a ma vie|me pendre|me foutre en l air|me jeter ~5|sauter du pont)
        (ce soir|cette nuit|demain|aujourd hui|demain soir) ~2 (je me tue|je me suicide|j en finis|je mets fin|je vais en finir|je prends tout|je pars pour toujours|tout sera fini|je meurs)
        (j ai|j avais) (essaye|tente|voulu) ~1 (de me tuer|de me suicider|d en finir|me tuer|me suicider|de mettre fin a mes jours|me pendre|de me pendre)
        (c est|ce sera) ma derniere (nuit|soiree|lettre)
        (adieu) (a tous|le monde|tout le monde)`,
      idiom: idioms,
    },
    method: {
      severity: 'method',
      match: `
        combien de {medicaments} ~5 (mourir|me tuer|mortel|mortelle|letale|crever)
        (comment|facon|facons|moyen|moyens|methode|methodes|maniere) ~3 (mourir sans|me tuer|me suicider|me pendre|de mourir|de se suicider|se suicider|de se tuer)
        (mis|garde|accumule|stocke|mets|garder|cache|economise) ~4 {medicaments} ~8 (cote|prends|prendre|avale|soir|nuit|tout)
        {medicaments} ~3 (de cote|caches|accumules) ~6 (prends|prendre|soir|tout|nuit)
        (avaler|prendre) (toute la|tous mes|tous les|toutes mes|toutes les) {medicaments}`,
      unless: '(pilulier|grand mere|ordonnance|mamie|pharmacie)',
    },
    better_without_me: {
      severity: 'thoughts',
      match: `
        (tout le monde|ma famille|mes enfants|mes parents|ils|elle|le monde|les gens|eux|vous|tous|elles|on) ~4 (mieux|plus heureux|plus heureuse|soulages|tranquilles) ~1 (sans moi|si je n etais plus la|si je n existais pas|si j etais mort|si j etais morte|si je disparaissais|si je mourais)
        (mieux|plus heureux) sans moi
        (personne) ne (remarquerait|me regretterait|pleurerait|verrait ~2 disparition)
        je (suis|ne suis) ~2 (fardeau|poids|boulet) ~8 (sans moi|disparaitre|mourir|morte|mort)`,
      unless: '(equipe|reunion|projet|match|bureau|boulot) ~6 sans moi',
    },
    implicit: {
      severity: 'thoughts',
      ambiguous: true,
      match: `
        (je veux|j aimerais|je voudrais|j ai envie de|envie de|juste) ~1 (disparaitre|que tout s arrete|que ca s arrete|tout arreter|m effacer|m endormir et ne)
        (je n en peux plus|j en peux plus|je ne peux plus|je peux plus|je n y arrive plus) ~1 (de vivre|de cette vie|de la vie|continuer|vivre comme ca|comme ca|de tout|continuer comme ca)
        j en peux plus de vivre
        (je ne vois|je vois|il n y a|y a) (plus|pas|aucune|aucun) ~1 (issue|avenir|espoir|sens|sens a rien|solution pour moi)
        je (ne merite|merite|ne devrais|devrais) pas (de vivre|vivre|d exister|exister|d etre en vie|etre en vie)
        (j ai ecrit|ecrit|laisse|j ai laisse) ~2 (lettres d adieu|lettre d adieu|mots d adieu|mes adieux)`,
      unless: `
        (chaleur|boulot|travail|examens|bruit|voisins|regime|sport|rire|kilometre|memoire|trajets|reunion|chef|partiels|pluie)
        disparaitre (une semaine|quelques jours|un moment|en|dans|a la|sous la couette|un peu|au bout)`,
      ignore: ['negation'],
    },
    no_reason: {
      severity: 'wish',
      match: `
        (aucune|pas de|plus de|plus aucune|une) ~1 (raison|raisons|sens|motif) (de|pour|a) ~1 (me lever demain|me reveiller|rester en vie|rester|continuer a vivre|exister|vivre)
        (sais|sait) (pas|plus) pourquoi ~1 (je vis|je suis en vie|j existe|je suis encore en vie|je continue a vivre|je suis nee|je suis ne)
        (merite|dois|devrais|faut que je) ~1 (de mourir|mourir|meure|etre mort|etre morte|crever|la mort)
        (fini|finir|termine) avec (la vie|cette vie|ma vie)
        vie ne ~1 (vaut|sert a) ~1 (rien|plus rien|pas la peine|plus la peine)
        manquerai ~1 a personne
        (serai|serais) ~1 (mort|morte) (demain|ce soir|bientot|demain matin)
        demain je (serai|suis) (mort|morte)`,
      unless:
        '(travailler|rester tard|reunion|week end|dimanche|rire|faim|honte|froid|fatigue|ici a paris|boulot|jeu|partie|niveau)',
      ignore: ['negation'],
    },
    voices_tell: {
      severity: 'method',
      match: `
        (voix|tete|cerveau) ~4 (dit|disent|dire|ordonne|ordonnent|demande|demandent|crie|crient) ~2 (de|d) ~1 (mourir|me tuer|me suicider|sauter|me pendre|en finir|crever)
        je me dis ~2 (tue toi|suicide toi|creve)`,
      unless: '(film|jeu|personnage|rire)',
    },
    overdose_wish: {
      severity: 'method',
      match: '(pense|penser|envie|veux|vais|songe) ~2 [a|d|de] ~1 (une overdose|une surdose|un surdosage)',
      unless: '(cafe|sucre|chocolat|series|sport)',
    },
  },
}
