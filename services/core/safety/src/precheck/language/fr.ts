import type { LanguagePack } from './pack.ts'

export const fr: LanguagePack = {
  language: 'fr',
  lists: {
    person:
      'ami|amie|copain|copine|frere|sœur|soeur|mere|maman|pere|papa|fils|fille|mari|femme|cousin|cousine|oncle|tante|collegue|coloc|voisin|voisine|meilleur ami|meilleure amie|pote|élève|compagnon|compagne|ado',
    veux: 'jveux|jveu|jvx|j veu|je veu|jvais|je veux|j veux|je voudrais|j aimerais|j ai envie de|j ai envie d|ai envie de|ai envie d|envie de|envie d|je vais|j vais|je pense a|je songe a|penser a|pense a|j ai voulu|je voulais|j ai essaye de|j ai tente de|je souhaite|je compte|j ai decide de|j ai decide d|j ai pense a|je pensais a|je suis prete a|je suis pret a',
    medicaments:
      'medicaments|medocs|comprimes|cachets|somniferes|antidepresseurs|pilules|dolipranes|doliprane|paracetamol|anxiolytiques|xanax|boite|plaquette|calmants',
  },
  stopwords:
    'de la le et les des un une je suis pas que qui dans pour sur mais avec ce est il elle mon ma mes tout plus au du ai en nous aujourd hui cette tres',
  negators: '(pas|jamais|ni|sans|n ai pas|ne|aucune|aucun|plus)',
  negationFill:
    'envie|de|d|idee|idees|vraiment|eu|l intention|intention|pense|a|au|pensees|du tout|jamais|voulu|que|je|veux|veuille|des|penser|pensee',
  falseNegation: `
    pourquoi (pas|ne pas|ne)
    pourquoi je ne`,
  denials: '(pas|jamais|ne|aucune)',
  deniesAcrossClauses: false,
  pastTense:
    '(voulais|ai voulu|ai tente|ai essaye|etais|avais|ai pense|pensais|etait|scarifiais|coupais|frappait)',
  pastMarkers: `
    il y a (#|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|plusieurs|quelques|des|longtemps|bien) [ans|annees]
    quand j (etais|avais)
    (a l epoque|autrefois|avant|dans ma jeunesse|adolescente|adolescent|ado|au lycee|survecu|guerie|gueri)
    en (19*|20*)
    (ans|annees|mois) (sans|depuis)`,
  returning:
    '(encore|de nouveau|a nouveau|toujours|ces jours ci|ce soir|maintenant j ai|maintenant je veux|reviennent|revient|revenu|revenue|hier|cette nuit|en ce moment)',
  fiction:
    '(chanson|paroles|refrain|roman|livre|film|serie|personnage|heros|heroine|poeme|piece|chapitre|scene|scenario|titre|chanteur|chanteuse|vers|histoire|episode|nouvelle)',
  attribution:
    '(chanson|personnage|heros|heroine|film|roman|refrain|livre) ~2 (dit|chante|crie|repete|s appelle|s intitule|murmure|intitule)',
  selfQuote: `
    (j ai|je|j) ~3 (dit|dis|ecrit|ecris|pense|repete|murmure|tape|cherche) ~4
    (voix|tete) ~4`,
  firstPerson: '',
  otherPerson: '',
  override: `
    (ignore|oublie|ignorez|oubliez|contourne) ~3 (regles|consignes|instructions|securite|filtre|filtres)
    (c est|ceci est|juste|seulement) ~2 (fiction|une fiction|jeu de role|hypothetique|un jeu|un test)`,
}
