import type { Lexicon } from './language.ts'

export const french: Lexicon = {
  frequent:
    "le les des est et en un une pour avec dans mais que qui je j'ai suis pas ne tout toujours jamais personne rien c'est mon ma il elle on ce au du sur la tu me m'a n'ai sont plus etre",
  joints: "mais|parce que|car|donc|et (?:je|il|elle|tout|personne|maintenant|j')",
  rules: {
    all_or_nothing: [
      {
        weight: 0.8,
        on: 'si parfait parfaite',
        match:
          "si (?:je|ce|c'est|on) .{0,60}?(?:parfait|pas le meilleur|reussis pas).{0,60}?(?:rien|nul|echec|autant|sert a rien|ne vaut)",
      },
      {
        weight: 0.78,
        on: 'tout rien soit total complet',
        match:
          'tout ou rien|soit .{2,60}? soit .{0,40}?(?:rien|echec|nul|rate)|(?:echec|desastre|fiasco) (?:total|complet)|(?:journee|soiree|semaine|vie) est (?:completement |totalement )?(?:gachee|foutue|ratee|perdue)',
      },
    ],
    overgeneralization: [
      {
        weight: 0.82,
        on: 'toujours',
        match:
          "(?:je|j'ai|c'est|ca|on|les gens|tout le monde).{0,25}?toujours (?:tout |le |la |pareil|a moi|par )*(?:gache|rate|tombe|arrive|oublie|perds|decois|finis|mal|abandonner|laisse|faux|[a-z]+ tout)|je (?:rate|gache|perds|decois) toujours",
      },
      {
        weight: 0.82,
        on: 'jamais rien',
        match:
          "(?:je (?:ne |n')?(?:fais|reussis|arrive|suis|finis|ai|y arrive)|rien (?:ne )?).{0,30}?(?:jamais|rien de bien|ne marche|ne va)|je rate tout|rien ne marche",
      },
      {
        weight: 0.78,
        on: 'personne',
        match: "personne (?:ne )?(?:m'ecoute|me comprend|m'aide|m'invite|ne m).{0,20}?(?:jamais)?",
      },
      {
        weight: 0.75,
        on: 'chaque',
        match: '(?:a )?chaque fois (?:que )?.{0,40}?(?:rate|mal|blesse|perd|gache|quitte|deçu|decu)',
      },
    ],
    mental_filter: [
      {
        weight: 0.78,
        on: "qu'a que seule seul",
        match:
          '(?:je ne (?:pense|vois|retiens) qu|la seule chose (?:que|dont)|tout ce que je (?:vois|retiens)).{0,50}',
      },
    ],
    disqualifying_positive: [
      {
        weight: 0.82,
        on: 'chance compte gentil politesse importe pitie',
        match:
          "c'etait (?:juste |seulement |que )?(?:de la |un coup de )?chance|(?:ca|cela) (?:ne )?compte pas|(?:pour|par) (?:etre gentils?|etre gentille|me faire plaisir|politesse|pitie)|n'importe qui (?:aurait|peut|pouvait)",
      },
    ],
    mind_reading: [
      {
        weight: 0.9,
        on: 'pense pensent croit croient deteste detestent moque moquent juge jugent',
        match:
          "(?:tout le monde|ils|elles|les gens|il|elle|mes? [a-z]+|mon [a-z]+|ma [a-z]+) .{0,20}?(?:pense(?:nt)?|croi(?:t|ent)) que je|(?:il|elle|tout le monde|ils|on) (?:doit |doivent |doit me |doivent me )?me (?:deteste(?:nt)?|juge(?:nt)?|meprise(?:nt)?|detester|juger)|se moque(?:nt)? de moi|(?:il|elle|ils) en (?:a|ont) (?:marre|assez) de moi|personne ne m'aime",
      },
    ],
    fortune_telling: [
      {
        weight: 0.84,
        on: 'vais va vont jamais trouverai reussirai serai arriverai sera',
        match:
          "je vais (?:rater|echouer|me planter|finir seule?|tout gacher|perdre|rester seule?)|(?:ca|il|elle|cela) va (?:mal (?:se passer|finir|tourner)|etre (?:un desastre|horrible|nul)|me quitter|dire non)|je ne (?:trouverai|reussirai|serai|m'en sortirai|y arriverai|pourrai) .{0,30}?(?:jamais|personne|pas)|ils vont (?:me rejeter|dire non|rire|me virer)|je n'y arriverai (?:jamais|pas)|personne ne (?:viendra|m'aimera|voudra)",
      },
    ],
    catastrophizing: [
      {
        weight: 0.84,
        on: 'vie monde si supporte catastrophe foutu pire',
        match:
          "(?:ma vie|ma carriere|tout) est (?:fini|finie|foutu|foutue|perdu|perdue|ruinee)|fin du monde|et si .{0,60}?(?:mourr|meurs|cancer|grave|infarctus|accident|perds|vire)|je ne (?:le )?supporte(?:rai)? (?:pas|plus)|c'est (?:une|la) catastrophe|la pire chose",
      },
    ],
    emotional_reasoning: [
      {
        weight: 0.84,
        on: 'sens',
        match:
          "je me sens .{0,50}?(?:donc|alors|c'est que|ca veut dire)|je me sens (?:comme )?(?:un |une |si |tellement )?(?:nulle?|inutile|rate|fardeau|stupide|minable|bon a rien)",
      },
    ],
    should_statements: [
      {
        weight: 0.82,
        on: 'devrais devrait aurais dois',
        match:
          "je (?:ne )?(?:devrais|devrais pas) .{0,12}?(?:etre|avoir|pouvoir|savoir|me sentir|reussir|pleurer|etre capable)|j'aurais du .{0,40}|(?:il|elle|on|les gens) devraient? (?:savoir|comprendre|toujours)|je dois (?:etre parfaite?|etre forte?|toujours|plaire)",
      },
    ],
    labeling: [
      {
        weight: 0.88,
        on: 'suis quel quelle est',
        match:
          "(?:je suis|quel|quelle) (?:vraiment |trop |si |tellement |qu'|une? |completement |juste |pauvre )*(?:idiote?|nulle?|imbecile|stupide|rate\\b|ratee|echec|pathetique|moche|grosse vache|paresseu\\w+|conn?e?\\b|lache|fardeau|minable|incapable|bonne? a rien|mauvaise (?:mere|fille|amie|personne)|mauvais (?:pere|fils|ami)|imposteur|perdante?)|(?:c'est|il est|elle est) une? (?:idiote?|egoiste|monstre|conn?ard|imbecile)",
      },
    ],
    personalization: [
      {
        weight: 0.86,
        on: 'faute cause veux',
        match:
          "(?:c'est|tout est|c'etait) (?:tout |entierement )?(?:de )?(?:ma faute|a cause de moi)|a cause de moi|je m'en veux",
      },
    ],
    blaming: [
      {
        weight: 0.85,
        on: 'faute cause gache detruit',
        match:
          "(?:c'est|tout est) (?:entierement |tout )?(?:de )?(?:(?:sa|leur|ta) faute|la faute (?:de|du|a))|a cause (?:de (?:lui|elle|mon|ma|mes)|d'eux)|(?:m'a|ont|a) (?:gache|detruit|ruine) (?:ma|la) vie",
      },
    ],
    comparing: [
      {
        weight: 0.84,
        on: 'que autres compare',
        match:
          '(?:plus|mieux|meilleure?s?) .{0,20}?que moi|(?:les autres|tout le monde) .{0,50}? (?:et|sauf) moi|les autres (?:y arrivent|reussissent|sont)|je ne serai jamais aussi|compare a',
      },
    ],
  },
  reported: "(?:a dit|dit|ont dit|disait|a crie|m’a dit|m'a dit|selon|chante|a ecrit|repond)(?: que)?",
  denied: '(?:pas|ne|jamais|plus)',
  resolved: "avant,? je (?:croyais|pensais)|ce n'est pas vrai que|je ne (?:crois|pense) plus",
  hedged: 'peut-etre|parfois|sans doute|il se peut',
}
