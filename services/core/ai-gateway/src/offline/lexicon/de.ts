import type { Lexicon } from './language.ts'

export const german: Lexicon = {
  frequent:
    'der die das und ich nicht ist ein eine zu mit auf fur von dem den mir mich bin immer nie niemand alles nichts aber weil wenn hat war so es sie er wir habe heute werde kann noch auch wird hatte',
  joints: 'aber|weil|denn|obwohl|und (?:ich|er|sie|alle|niemand|jetzt|dann|das)|also',
  rules: {
    all_or_nothing: [
      {
        weight: 0.82,
        on: 'wenn perfekt',
        match:
          'wenn (?:ich|es|das) .{0,60}?(?:nicht perfekt|nicht schaffe|perfekt|nicht die beste|nicht fehlerfrei).{0,70}?(?:sinnlos|nichts wert|versager\\w*|gar nicht|keinen sinn|wertlos|lassen|mull)',
      },
      {
        weight: 0.78,
        on: 'ganz oder entweder ganze komplett vollig total',
        match:
          'ganz oder gar nicht|alles oder nichts|entweder .{2,60}? oder .{0,50}?(?:nichts|versag|gar nicht|wertlos|umsonst)|(?:der|die|das) ganze [a-z]+ (?:ist|war) (?:komplett |vollig |total )?(?:ruiniert|im eimer|umsonst|kaputt|verdorben|versaut|gelaufen)|(?:komplett|vollig|total) (?:ruiniert|wertlos|sinnlos|misslungen)',
      },
    ],
    overgeneralization: [
      {
        weight: 0.84,
        on: 'immer',
        match:
          '(?:ich|immer|mir|das|alle|es) .{0,20}?immer (?:alles |nur |wieder |mir |das |so |die falschen )*(?:falsch|kaputt|schief|mir|allein|vermassle|versaue|verlassen|im stich|enttausch|passier|alles|schlecht)|immer (?:mache ich|passiert mir|muss mir|ich|geht)',
        unless: 'immer (?:gern|schon|freitags|montags|noch)',
      },
      {
        weight: 0.84,
        on: 'nie nichts',
        match:
          'ich (?:kann|schaffe|bekomme|kriege|mache|habe|werde) .{0,30}?(?:nie|nichts|niemals) ?(?:etwas |was )?(?:richtig|hin|gluck|fertig|zustande|auf die reihe)|nichts (?:klappt|gelingt|funktioniert|lauft)|nie (?:klappt|gelingt|lauft) ',
      },
      {
        weight: 0.8,
        on: 'niemand keiner alle',
        match:
          '(?:niemand|keiner) (?:hort|hilft|versteht|mag|fragt|interessiert|ladt|nimmt).{0,30}?|alle (?:verlassen|enttauschen|lassen|lugen)',
      },
      {
        weight: 0.78,
        on: 'jedes jedesmal',
        match: 'jedes ?mal .{0,50}?(?:schief|falsch|verletzt|vermassle|enttausch|allein|kaputt|scheiter)',
      },
    ],
    mental_filter: [
      {
        weight: 0.78,
        on: 'nur einzige',
        match:
          '(?:ich (?:kann|muss|denke|sehe)|das einzige) .{0,20}?(?:nur (?:noch )?(?:an|den|die|das)|was ich|woran).{0,60}?(?:fehler|eine[nr]?|schlecht|peinlich|denken|falsch|satz)',
      },
    ],
    disqualifying_positive: [
      {
        weight: 0.82,
        on: 'gluck zahlt nett hoflich mitleid jeder',
        match:
          '(?:das |es )?war (?:doch |ja |einfach )?(?:nur |reines |blosses |purer )*(?:gluck|zufall)|zahlt (?:doch |ja )?nicht|(?:nur|blos|bloss) (?:nett|hoflich|freundlich|aus mitleid|aus hoflichkeit)|(?:das )?(?:hatte|kann|konnte) (?:doch )?jeder',
      },
    ],
    mind_reading: [
      {
        weight: 0.9,
        on: 'denken denkt halten halt hasst hassen mag lachen',
        match:
          '(?:alle|die|er|sie|jeder|meine? [a-z]+|die leute|bestimmt) .{0,30}?(?:denken|denkt|glauben|glaubt|halten mich|halt mich),? ?(?:bestimmt |sicher )?(?:dass )?(?:ich|fur)|(?:er|sie|alle|jeder) (?:hasst|hassen|verachtet|verachten) mich|(?:niemand|keiner|er|sie) (?:mag|liebt|will) mich(?: nicht)?|(?:lachen|lacht|redet|reden) .{0,15}?(?:uber mich)|(?:hat|haben) genug von mir|(?:ist|sind) (?:bestimmt|sicher) (?:sauer|enttauscht|genervt)',
      },
    ],
    fortune_telling: [
      {
        weight: 0.84,
        on: 'werde wird werden',
        match:
          '(?:ich )?werde (?:ich )?.{0,40}?(?:durchfallen|versagen|scheitern|nie |niemals |allein (?:bleiben|sterben|sein)|blamieren|vermasseln|nicht schaffen|verlieren|rausfliegen)|(?:es|das|alles|er|sie) wird .{0,30}?(?:schiefgehen|schief gehen|schrecklich|furchtbar|katastrophe|schlecht|nie besser|mich verlassen|nein sagen|schlimm|nichts)|niemand wird|(?:sie|die) werden .{0,30}?(?:ablehnen|lachen|nein sagen|feuern|hassen)',
      },
    ],
    catastrophizing: [
      {
        weight: 0.84,
        on: 'leben welt was ertrage aushalten katastrophe vorbei schlimmste',
        match:
          '(?:mein leben|meine karriere|alles) ist (?:vorbei|ruiniert|zerstort|aus\\b|verloren|am ende)|weltuntergang|ende der welt|was(?:,)? wenn .{0,70}?(?:sterb|krebs|herzinfarkt|unfall|verlier|gefeuert|schlimm|tot)|(?:ich )?(?:halte? (?:das|es) nicht (?:mehr )?aus|ertrage (?:das|es) nicht)|(?:eine|die) (?:totale |absolute )?katastrophe|das schlimmste,? was',
      },
    ],
    emotional_reasoning: [
      {
        weight: 0.84,
        on: 'fuhle',
        match:
          'ich fuhle mich .{0,60}?(?:also|deshalb|daher|dann (?:bin|muss)|das heisst)|ich fuhle mich (?:so |wie |ein |eine |einfach |vollig )*(?:wertlos|nutzlos|versager\\w*|dumm|last|ungeliebt|unfahig|ein nichts)',
      },
    ],
    should_statements: [
      {
        weight: 0.82,
        on: 'sollte hatte musste muss mussen darf sollten',
        match:
          '(?:ich )?(?:sollte|musste) (?:ich )?.{0,40}?(?:langst|weiter sein|starker|besser|schaffen|konnen|dankbar|glucklich|nicht so|darüber hinweg|daruber hinweg|nicht weinen)|ich hatte (?:es )?(?:wissen|besser|mehr|nicht|merken|fruher) .{0,30}?(?:mussen|sollen|durfen)|ich hatte (?:es )?wissen mussen|ich (?:muss|darf) .{0,30}?(?:perfekt sein|stark sein|allen|keine fehler|nicht schwach|keine schwache)|(?:er|sie|man) (?:sollte|musste) (?:doch )?(?:wissen|merken|immer)',
      },
    ],
    labeling: [
      {
        weight: 0.88,
        on: 'bin so ist',
        match:
          '(?:ich bin|bin ich|was fur) (?:so |doch |einfach |nur |echt |ein |eine |einer |total |vollig |der |die |das |letzte |grosste |richtige |richtiger |kompletter |komplette |ja |halt |wirklich )*(?:idiot\\w*|versager\\w*|dumm|blod|bloed|nutzlos|wertlos|hasslich|fett|faul|feige|feigling|loser\\w*|niete|erbarmlich|schlechte [a-z]+|schlechter [a-z]+|last\\b|unfahig|nichts wert|ein nichts|hochstapler\\w*|rabenmutter|katastrophe)|(?:er|sie) ist (?:so )?(?:ein |eine |doch |totaler |echter )*(?:idiot|arschloch|monster|egoist\\w*|hexe|versager)',
      },
    ],
    personalization: [
      {
        weight: 0.86,
        on: 'schuld meinetwegen wegen vorwurfe',
        match:
          '(?:ich bin|bin ich|es ist|ist|alles|das ist) (?:ganz |alles |allein |doch |nur )*(?:meine schuld|(?:daran |an allem )?schuld\\b)|meinetwegen|wegen mir|nur meine schuld',
        unless: '(?:er|sie) ist (?:ganz )?(?:allein )?schuld|nicht (?:meine )?schuld',
      },
    ],
    blaming: [
      {
        weight: 0.85,
        on: 'schuld ruiniert zerstort wegen',
        match:
          '(?:er|sie|mein [a-z]+|meine [a-z]+|die [a-z]+|der [a-z]+) (?:ist|sind|war|hat|haben) .{0,15}?(?:schuld\\b|mein leben (?:ruiniert|zerstort|kaputt))|(?:seine|ihre|deren) schuld|wegen (?:ihm|ihr|ihnen|meiner mutter|meines vaters|meinem [a-z]+) .{0,60}|hat mir .{0,30}?(?:ruiniert|zerstort|kaputt gemacht)',
      },
    ],
    comparing: [
      {
        weight: 0.84,
        on: 'als anderen vergleich alle',
        match:
          '(?:besser|schlauer|kluger|hubscher|schoner|weiter|erfolgreicher|glucklicher|schneller|mehr) .{0,12}?als ich|(?:alle anderen|die anderen|alle) .{0,60}?(?:und|nur|ausser) (?:ich|mir)|(?:alle anderen|die anderen) (?:schaffen|konnen|kriegen|haben|sind)|nie so [a-z]+ (?:sein )?wie|im vergleich zu',
      },
    ],
  },
  reported: '(?:sagte|sagt|meinte|schrie|rief|hat gesagt|schrieb|laut|singt|behauptet)(?:,? dass)?',
  denied: '(?:nicht|kein|keine|nie|niemals|nicht mehr)',
  resolved: 'fruher (?:dachte|glaubte) ich|es stimmt nicht,? dass|ich glaube nicht mehr',
  hedged: 'vielleicht|manchmal|eventuell|moglicherweise|kann sein',
}
