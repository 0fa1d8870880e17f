import type { Lexicon } from './language.ts'

export const portuguese: Lexicon = {
  frequent:
    'o os as que e em um uma por com para mas porque muito meu minha sou estou sempre nunca ninguem tudo nada nao me hoje eu ela foi ha mais tenho vou como quando ser do da ao se isso ele voce tambem toda todos culpa vida so amanha reuniao ao as no minhas ter gosto',
  joints: 'mas|porque|embora|entao|e (?:agora|eu|ele|ela|todos|ninguem|sempre|nunca)',
  rules: {
    all_or_nothing: [
      {
        weight: 0.8,
        on: 'se tudo ou total completo completamente todo toda inteiro inteira',
        match:
          'se nao .{0,60}?(?:perfeit[oa]|melhor|consigo|conseguir).{0,60}?(?:nao vale|fracasso|nada|nao adianta|mais vale)|tudo ou nada|ou .{2,50}? ou (?:nada|sou|e um fracasso|nao)|(?:fracasso|desastre) (?:total|completo|absoluto)|(?:todo|toda|inteir[oa]) .{0,25}?(?:arruinad[oa]|estragad[oa]|perdid[oa])',
      },
    ],
    overgeneralization: [
      {
        weight: 0.82,
        on: 'sempre',
        match:
          '(?:eu |isto |isso )?(?:estrago|falho|fracasso|erro|perco) sempre|sempre (?:estrago|falho|fracasso|erro|perco|me acontece|acontece|sai mal|da errado|a mim|tudo (?:mal|errado))|acabo sempre (?:sozinh[oa]|mal)',
      },
      {
        weight: 0.82,
        on: 'nunca nada tudo',
        match:
          '(?:eu )?nunca (?:consigo|faco|acerto|tenho|termino|me|nada).{0,30}?(?:nada|bem|certo|sorte|direito)|nada (?:me )?(?:da certo|corre bem|funciona)|tudo (?:o que faco |me )?(?:da errado|corre mal|sai mal)|estrago tudo|nao consigo fazer nada (?:bem|direito|certo)',
      },
      {
        weight: 0.78,
        on: 'ninguem todos',
        match:
          '(?:ninguem|todos|todas) (?:me )?(?:ouve|ajuda|entende|acabam|abandonam|deixam|desiludem|nunca)',
      },
    ],
    mental_filter: [
      {
        weight: 0.78,
        on: 'so unica',
        match:
          '(?:so|a unica coisa (?:que|em que)) .{0,20}?(?:consigo|penso|pensar|vejo|lembro|recordo).{0,50}?(?:erro|mal|falha|critica|um|uma)',
      },
    ],
    disqualifying_positive: [
      {
        weight: 0.82,
        on: 'sorte conta pena simpatic simpatica simpatico educacao qualquer',
        match:
          '(?:foi|era|tive) (?:so |pura |apenas )?sorte|nao conta|(?:por|para) (?:pena|ser simpatic[oa]s?|educacao|serem simpaticos)|qualquer (?:um|pessoa) (?:podia|pode|conseguia|fazia|faria)',
      },
    ],
    mind_reading: [
      {
        weight: 0.9,
        on: 'pensam pensa acham acha odeia odeiam gosta riem julgar',
        match:
          '(?:todos|toda a gente|todo mundo|eles|elas|ele|ela|as pessoas|o meu [a-z]+|meu [a-z]+|de certeza) .{0,30}?(?:pensam?|acham?) que (?:eu )?(?:sou|nao|estou)|(?:me odeiam?|odeiam?-me|ninguem gosta de mim|riem-se de mim|riem de mim|esta(?:o)? fart[oa]s? de mim|estavam? a julgar-me)',
      },
    ],
    fortune_telling: [
      {
        weight: 0.84,
        on: 'vou vai vao nunca ninguem',
        match:
          'vou (?:reprovar|chumbar|falhar|fracassar|ficar sozinh[oa]|estragar|perder|fazer figura)|vai (?:correr mal|dar errado|ser um desastre|deixar-me|me deixar|ser horrivel)|vao (?:rejeitar|dizer que nao|rir|despedir)|nunca (?:vou|irei|serei|conseguirei|encontrarei)|ninguem (?:vai|vira|me vai)',
      },
    ],
    catastrophizing: [
      {
        weight: 0.84,
        on: 'vida mundo se suporto aguento catastrofe pior',
        match:
          '(?:a minha vida|minha vida|a minha carreira|tudo) (?:esta |acabou|foi )(?:acabad[oa]|arruinad[oa]|destruid[oa]|perdid[oa])?|fim do mundo|e se .{0,60}?(?:morr|cancro|cancer|enfarte|acidente|perco|despedid)|nao (?:aguento|suporto) (?:mais|isto|isso)|e uma catastrofe|a pior coisa',
      },
    ],
    emotional_reasoning: [
      {
        weight: 0.84,
        on: 'sinto',
        match:
          '(?:sinto-me|me sinto|sinto) .{0,50}?(?:por isso|portanto|logo|entao|deve ser|so pode)|(?:sinto-me|me sinto) (?:um |uma |tao |como )*(?:inutil|fracass\\w*|fardo|estupid[oa]|burr[oa]|lixo|falhad[oa])',
      },
    ],
    should_statements: [
      {
        weight: 0.82,
        on: 'devia deveria tenho',
        match:
          '(?:devia|deveria|nao devia|nao deveria) (?:ter |ser|estar|conseguir|saber|sentir|chorar|precisar|ja)|tenho (?:de|que) (?:ser perfeit[oa]|ser forte|agradar|dar conta de tudo)',
      },
    ],
    labeling: [
      {
        weight: 0.88,
        on: 'sou que e',
        match:
          '(?:sou|que) (?:um |uma |tao |mesmo |muito |completo |completa |grande )*(?:idiota|inutil|burr[oa]|fracass\\w*|falhad[oa]|imbecil|estupid[oa]|patetic[oa]|fardo|covarde|lixo|ma (?:mae|pessoa|filha|amiga)|mau (?:pai|filho|amigo)|pessima [a-z]+|preguicos[oa]|desastre|fraude|ze-ninguem)|(?:ele|ela) e (?:um |uma )(?:idiota|egoista|monstro|imbecil)',
      },
    ],
    personalization: [
      {
        weight: 0.86,
        on: 'culpa causa',
        match:
          '(?:e|foi|tudo) (?:tudo |toda )?(?:por )?(?:(?:a )?minha culpa|culpa minha)|por minha culpa|por minha causa|a culpa e (?:toda )?minha|culpo-me|me culpo',
      },
    ],
    blaming: [
      {
        weight: 0.85,
        on: 'culpa arruinou destruiu estragou',
        match:
          '(?:a )?culpa e (?:toda )?(?:d[aeo]s? |dele|dela|deles|tua|sua|do meu|da minha)|por (?:culpa|causa) (?:dele|dela|deles|do meu|da minha)|(?:arruinou|destruiu|estragou)(?:-me)? (?:a )?(?:minha )?vida',
      },
    ],
    comparing: [
      {
        weight: 0.84,
        on: 'que outros comparacao todos',
        match:
          '(?:melhor|mais [a-z]+|muito mais [a-z]+) (?:d?o? ?)?que eu|(?:os outros|todos|toda a gente) .{0,50}? (?:e|menos) eu|nunca serei tao|comparad[oa] com|os outros (?:conseguem|sao)',
      },
    ],
  },
  reported: '(?:disse|diz|disseram|gritou|disse-me|segundo|canta|escreveu|respondeu)(?: que)?',
  denied: '(?:nao|nunca|ja nao|nem)',
  resolved: 'antes (?:achava|pensava)|nao e verdade que|costumava (?:pensar|achar)|ja nao (?:acho|penso)',
  hedged: 'talvez|as vezes|se calhar|pode ser',
}
