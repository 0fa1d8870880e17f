import type { RuleSet } from '../rule.ts'

export const unspokenPt: RuleSet = {
  language: 'pt',
  family: 'suicide',
  rules: {
    worn_out: {
      severity: 'thoughts',
      ambiguous: true,
      alone: true,
      match: `
        não (aguento|suporto) mais`,
      unless:
        '(calor|fome|trabalho|academia|barulho|vizinho|vizinhos|dieta|rir|sono|comer|correr|trânsito|provas|chefe|reunião|chuva|bolo|saudade|mudança|obra)',
      ignore: ['negation'],
    },
    worn_out_of_life: {
      severity: 'thoughts',
      ambiguous: true,
      match: `
        não (aguento|suporto) mais`,
      needs:
        '(dor|dói|cansad*|vazi*|sozinh*|sentido|vida|viver|mort*|ninguém|nada|peso|tudo|escur*|perdo*|chor*)',
      unless:
        '(calor|fome|trabalho|academia|barulho|vizinho|vizinhos|dieta|rir|sono|comer|correr|trânsito|provas|chefe|reunião|chuva|bolo|saudade|mudança|obra)',
      ignore: ['negation'],
    },
    last_words: {
      severity: 'intent',
      ambiguous: true,
      alone: true,
      match: '(minha|a) última (mensagem|postagem|carta)',
      unless: '(dia|férias|semana|ano|conta|sobre|aviso|almoço)',
    },
    no_more_burden: {
      severity: 'thoughts',
      match: `
        (não vou ser|não serei|deixo de ser|vou deixar de ser) ~1 (um peso|um fardo|uma carga)`,
      unless: '(equipo|equipe|team|squadra|projekt)',
      ignore: ['negation'],
    },
    at_the_edge: {
      severity: 'method',
      ambiguous: true,
      alone: true,
      match: `(estou|to|tô|sentada|sentado|parada|parado|em pé|subi) ~2 (cima|na|no|sobre|beira|topo) ~2 (ponte|telhado|viaduto|parapeito|trilhos|beirada|penhasco|prédio|terraço|linha do trem|varandim)`,
      unless: '(foto*|vista|amigos|churrasco|consert*|arrum*|dentro)',
    },
    looking_down: {
      severity: 'method',
      ambiguous: true,
      match: `(ponte|telhado|viaduto|parapeito|prédio|penhasco|terraço|varanda) ~3 (olhando|olho|olhar) ~2 (baixo|abismo|água|chão|vazio)`,
      unless: '(foto*|vista|barcos|patos|crianças|lind*|bonit*)',
    },
    means_at_hand: {
      severity: 'plan',
      ambiguous: true,
      alone: true,
      match: '(comprei|arranjei|preparei|tenho|amarrei|comprado) ~1 (a|uma) (corda|arma|forca)',
      unless: '(varal|barco|balanço|escalada|violão|guitarra|nova para)',
    },
    farewell: {
      severity: 'intent',
      ambiguous: true,
      match: `
        (adeus|tchau) ~1 (a todos|todos|mundo|pessoal|família)
        (doei|dei|distribuí) ~1 (todas as minhas coisas|minhas coisas|as minhas coisas|tudo)`,
      needs:
        '(perdo*|me desculp*|não aguento|está na hora|chegou a hora|não vou precisar|amo vocês|cansad*|adeus)',
      unless: '(férias|segunda|até|trabalho novo|bebê|mudança|viagem|aposent*|feira)',
      ignore: ['negation'],
    },
    never_wake: {
      severity: 'wish',
      match: `
        (queria|quero|para|pra|espero|tomara|quem dera) ~4 (não|nunca mais|nunca|jamais) ~1 (acordar|acordasse|acorde)
        se eu (morrer|morresse) ~4 (melhor|tanto faz|tudo bem|alívio|ninguém)`,
      unless: '(cedo|ressaca|despertador|tarde|rir|fome|às)',
      ignore: ['negation'],
    },
    follow_the_dead: {
      severity: 'thoughts',
      ambiguous: true,
      match:
        '(quero|queria|vou) ~1 (ir com|encontrar|seguir|estar com|ficar com|me juntar a) ~1 (ele|ela|meu|minha|eles)',
      needs: '(morreu|suicid*|céu|se matou|faleceu|morta|morto)',
      unless: '(festa|jantar|aeroporto|viagem)',
    },
    in_earnest: {
      severity: 'wish',
      match: '(falo|digo|falando|é) (sério|a sério|de verdade)',
      needs: '(quero morrer|me matar|me mata|morrer logo)',
      unless: '(kkk*|fome|sono)',
    },
    bare_word: {
      severity: 'thoughts',
      ambiguous: true,
      whole: true,
      match: `
        (suicídio|suicida|suicidar|morrer) [ajuda|por favor|hoje|já]
        [eu] (vou|quero|vontade de) (pular|me jogar|me matar) [hoje|agora|já]
        não quero (acordar|viver)`,
      ignore: ['negation'],
    },
    few_words: {
      severity: 'thoughts',
      ambiguous: true,
      alone: true,
      match: `
        (me mata (por favor|logo|alguém|de uma vez)|me matem|alguém me mata|alguém me mate|por favor me mata|por favor me mate)
        (dei|doei|entreguei) ~1 (meu|minha|meus) (gato|gata|cachorro|cachorra|cão) ~8 (resolvido|pronto|arrumado|coisas)`,
      unless:
        '(kkk*|rsrs|haha*|segunda|prova|reunião|jogo|trabalho|alergia|mudança|rir|vergonha|curiosidade)',
      ignore: ['negation'],
    },
  },
}
