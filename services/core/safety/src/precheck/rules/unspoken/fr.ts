import type { RuleSet } from '../rule.ts'

export const unspokenFr: RuleSet = {
  language: 'fr',
  family: 'suicide',
  rules: {
    last_words: {
      severity: 'intent',
      ambiguous: true,
      alone: true,
      match: '(mon|le) dernier (message|post|mot|texte)',
      unless: '(vacances|avant|jour|semaine|annee|compte|rappel|semestre)',
    },
    no_more_burden: {
      severity: 'thoughts',
      match: `
        (je ne serai|je serai|serai|etre) plus (un|une) (poids|fardeau|charge|boulet) ~1`,
      unless: '(equipo|equipe|team|squadra|projekt)',
      ignore: ['negation'],
    },
    at_the_edge: {
      severity: 'method',
      ambiguous: true,
      alone: true,
      match: `(je suis|chuis|j suis|assis|assise|debout|monte|montee) ~1 (sur|au bord|en haut) ~3 (pont|toit|rebord|parapet|voies|rails|falaise|viaduc|bord|corniche)`,
      unless: '(photo*|vue|repar*|copains|amis|pique nique|vacances)',
    },
    looking_down: {
      severity: 'method',
      ambiguous: true,
      match: `(pont|toit|rebord|parapet|falaise|viaduc|balcon|voies) ~3 (regarde|regardais|fixe) ~3 (bas|vide|eau|vagues|rails|sol)`,
      unless: '(photo*|vue|bateaux|peniches|canards|enfants|beau|belle)',
    },
    means_at_hand: {
      severity: 'plan',
      ambiguous: true,
      alone: true,
      match: `(j ai) ~1 (achete|prepare|trouve|attache|noue|accroche) (la|une|ma) (corde|arme)`,
      unless: '(linge|escalade|bateau|balancoire)',
    },
    farewell: {
      severity: 'intent',
      ambiguous: true,
      match: `
        j ai ~1 (donne|distribue) ~1 (toutes mes affaires|mes affaires|tout ce que j ai|tout)
        (au revoir|adieu) ~1 (tous|a tous|tout le monde|mes amis)`,
      needs: '(adieu|pardon*|il est temps|c est l heure|plus besoin|je n en peux plus|desole*|je vous aime)',
      unless: '(vacances|lundi|retraite|demenage*|bebe|rentree|bientot|emmaus|boulot)',
    },
    never_wake: {
      severity: 'wish',
      match: `
        (pour|aimerais|voudrais|veux|espere|juste) ~4 (ne plus|plus|ne pas|jamais|ne plus jamais) me reveiller
        si je (mourais|meurs|mourrais|crevais|creve|disparaissais) ~4 (tant mieux|pas grave|mieux|soulag*|m en fous|ca m irait)`,
      unless: '(tot|a six|avant midi|rire|faim)',
      ignore: ['negation'],
    },
    follow_the_dead: {
      severity: 'thoughts',
      ambiguous: true,
      match: `(je veux|veux|envie de|je vais|j aimerais|je voudrais|bientot) ~1 (le|la|les) (rejoindre|suivre|retrouver)`,
      needs: '(suicid*|mort|morte|morts|decede*|au ciel|tombe|enterre*|nous a quittes)',
      unless: '(vacances|gare|restaurant|soiree|cafe)',
    },
    in_earnest: {
      severity: 'wish',
      match:
        '(je suis serieux|je suis serieuse|je le pense|je rigole pas|je ne rigole pas|je plaisante pas|sauf que moi c est vrai)',
      needs: '(mourir|tue moi|crever|me tuer|en finir)',
      unless: '(mdr|faim|rire)',
      ignore: ['negation'],
    },
    bare_word: {
      severity: 'thoughts',
      ambiguous: true,
      whole: true,
      match: `
        (suicide|suicidaire|suicider|mourir) [aide|moi|aidez moi]
        [et] [je] (vais|veux|j ai envie de|envie de|j ai failli) [me] (sauter|pendre|jeter) [maintenant|ce soir|demain]
        j ai envie de sauter
        je (saute|me pends) [maintenant|ce soir]`,
      ignore: ['negation'],
    },
    few_words: {
      severity: 'thoughts',
      ambiguous: true,
      alone: true,
      match: `
        (tuez moi|tue moi|que quelqu un me tue|achevez moi)
        (comment) ~1 (se|me) (pendre|suicider|tuer)
        (donne|donner) ~1 (mon|ma|mes) (chat|chien|chatte|chienne) ~8 (regle|pret|arrange|affaires)`,
      unless:
        '(lol|mdr|haha*|lundi|examen|reunion|jeu|tache|devoir*|rire|linge|manteau|tableau|allergi*|demenag*)',
    },
  },
}
