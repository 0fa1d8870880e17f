import type { RuleSet } from '../rule.ts'

const adverbs = '[só|apenas|muito|realmente|simplesmente|mesmo|logo|tanto]'
const idioms = `
  (mãe|pai|chefe|professor*|marido|esposa|namorado|namorada|irmão|irmã|ele|ela|eles) ~1 (vai|vão|ia) me matar
  (morrer|morri|morro|morrendo|morta|morto) ~1 de (rir|fome|saudade|saudades|sono|vergonha|calor|frio|sede|medo|amor|rir alto|tédio|inveja|vontade|preguiça|curiosidade|cansaço no treino)
  (matar|matando|matei) ~1 (o tempo|a saudade|saudades|a fome|aula|a aula|a sede|as saudades|a vontade)
  me (mato|matando|matar) de (rir|trabalhar|estudar)`

export const suicidePt: RuleSet = {
  language: 'pt',
  family: 'suicide',
  rules: {
    want_to_die: {
      severity: 'wish',
      match: `
        {quero} ${adverbs} (morrer|estar morta|estar morto|sumir para sempre|desaparecer para sempre|deixar de existir|dormir para sempre|não acordar mais|não acordar|nunca mais acordar|parar de existir|parar de viver|não existir|dormir e não acordar mais|dormir e nunca mais acordar)
        (queria|quisera|tomara) ~2 (estar morta|estar morto|nunca ter nascido|não ter nascido|não existir|não acordar|que um carro)
        (preferia|melhor|prefiro) ~1 (estar morta|estar morto|morta|morto|morrer)
        (espero|tomara que|rezo para) ~2 não (acordar|acorde) ~1 (amanhã|mais)
        seria melhor ~3 (morrer|morta|morto|se eu morresse|se eu não existisse|não existir|não existisse)
        (me deixa|me deixem|deixa eu) morrer`,
      idiom: idioms,
    },
    dont_want_to_live: {
      severity: 'wish',
      match: `
        [já] não (quero|aguento|consigo|tenho vontade de|suporto|queria|desejo) ~1 (viver|existir|continuar vivendo|continuar a viver|estar viva|estar vivo|estar aqui|acordar|seguir vivendo|ficar viva|estar neste mundo)
        (não|nenhum|nenhuma|sem) ~3 (razão|motivo|sentido|vontade|motivos) (para|de|em) (viver|continuar vivendo|existir|estar viva|estar vivo|continuar a viver|ficar viva)
        (minha|a|esta|essa) vida não (vale|tem|faz) ~1 (nada|sentido|a pena)
        não vale a pena (viver|continuar vivendo|continuar)
        (cansada|cansado|farta|farto) (de|da) (viver|existir|vida|estar viva|estar vivo|minha vida)
        (odeio|detesto) (estar viva|estar vivo|existir|viver)
        (tanto faz|não me importa|não ligo) ~2 (viver|morrer|vivo|morro|se eu morrer|se morro)
        (para|pra) que (viver|continuar vivendo|eu vivo)`,
      unless: `
        (viver|estar|acordar|ficar|estar aqui) (em|com|na|no|sozinha|sozinho|perto|longe|cedo|tão cedo|às|de aluguel)
        acordar (o|a|os|as|meu|minha|ninguém)
        (nesta|na|nessa) (casa|cidade|reunião)`,
      ignore: ['negation'],
    },
    kill_myself: {
      severity: 'thoughts',
      match: `
        (me matar|tirar a minha própria vida|tirar a própria vida|matar me|me suicidar|suicidar me|tirar a minha vida|tirar minha vida|tirar minha própria vida|acabar com a minha vida|acabar com minha vida|pôr fim à minha vida|por fim a minha vida|dar fim à minha vida|me enforcar|enforcar me|dar um tiro na cabeça|dar um tiro em mim|cortar os pulsos|me jogar ~3 (ponte|trem|janela|prédio|metrô|trilhos)|pular ~2 (ponte|janela|prédio|varanda)|atirar me ~3 (ponte|janela|comboio)|me desviver|dar cabo de mim|me afogar)
        (acabar|terminar) com (tudo|isto tudo|isso tudo|esse sofrimento|a vida)
        (me mato|me suicido|me enforco|mato me)
        (vou|quero) me matar
        (suicídio) ~1 (é|seria|parece) ~2 (saída|solução|opção)`,
      idiom: idioms,
    },
    suicidal: {
      severity: 'thoughts',
      match: `
        (pensamentos|ideias|ideação|impulsos|pensamento) (suicidas|suicida|de suicídio|de morte|de me matar)
        (penso|pensar|pensando|pensei|pensado) ~3 (suicídio|suicidio|na morte|em morrer|me matar|tirar minha vida)
        (sou|estou|me sinto) ~1 suicida
        (minha|uma|a) carta de (despedida|suicídio)
        tentativa de suicídio`,
      unless:
        '(prevenção|esquadrão|palestra|setembro amarelo|livro|tese|aula|filme|estatística|documentário|curso) ~4',
    },
    intent: {
      severity: 'intent',
      match: `
        (vou|decidi|já decidi|estou prestes a|pretendo) ~1 (me matar|me suicidar|tirar minha vida|tirar a minha vida|acabar com tudo|acabar com a minha vida|me enforcar|matar me|pular da ponte)
        (hoje|esta noite|hoje à noite|amanhã) ~2 (me mato|acabo com tudo|vou me matar|tudo acaba|tiro minha vida|eu morro|vou tomar todos|tomo todos)
        (tentei|tentado|tento) ~1 (me matar|me suicidar|tirar minha vida|matar me|suicidar me|me enforcar|acabar com a minha vida)
        (esta|essa|hoje) é (a) minha última (noite|carta)
        adeus (mundo|a todos|para sempre)`,
      idiom: idioms,
    },
    method: {
      severity: 'method',
      match: `
        quantos {comprimidos} ~5 (morrer|me matar|letal|mata|para morrer)
        (formas|maneiras|métodos|jeito|forma|maneira|jeitos) (de|para) ~3 (morrer|me matar|suicídio|me suicidar|morrer sem dor)
        como (me matar|me suicidar|morrer sem dor|me enforcar)
        (guardei|guardado|juntei|juntando|guardando|escondi|acumulei|tenho) ~3 {comprimidos} ~8 (tomo|tomar|todos|noite)
        (tomar|engolir) (todos os|todos os meus|todo o|a cartela inteira de|todos meus) {comprimidos}`,
      unless: '(avó|avô|semana|receita|farmácia)',
    },
    better_without_me: {
      severity: 'thoughts',
      match: `
        (todos|todo mundo|minha família|meus filhos|meus pais|eles|o mundo|ela|ele|toda a gente) ~4 (melhor|mais felizes|mais feliz|aliviados) ~1 (sem mim|se eu não existisse|se eu morresse|se eu sumisse|se eu não estivesse aqui)
        (melhor|mais felizes) sem mim
        melhor (para|pra) (todos|todo mundo|eles) se eu (não existisse|morresse|sumisse|não estivesse)
        ninguém ~1 (ia|vai|iria) ~1 (sentir|dar) ~1 (a|pela|minha|por|falta) ~1 (minha falta|falta|mim)
        (cansada|cansado|farto|farta) ~1 de existir
        ninguém (sentiria minha falta|sentiria a minha falta|notaria se ~2|ia notar|choraria por mim)
        (sou|só) ~2 (peso|fardo) ~8 (sem mim|morrer|sumir|morta|morto)`,
      unless: '(time|equipe|reunião|jogo|projeto|trabalho) ~6 sem mim',
    },
    implicit: {
      severity: 'thoughts',
      ambiguous: true,
      match: `
        (quero|queria|vontade de|só quero|preciso) ~1 (sumir|desaparecer|que tudo acabe|que isso acabe|que acabe tudo|dormir e não)
        (não|já não) (aguento|suporto|consigo) mais ~1 (viver|essa vida|esta vida|continuar|nada|isso|tudo)
        não (vejo|tenho|há|encontro) ~1 (saída|futuro|esperança|sentido)
        não (mereço|deveria) (viver|existir|estar viva|estar vivo|ter nascido)
        (escrevi|deixei|escrito) ~2 (cartas de despedida|carta de despedida|minha despedida)`,
      unless: `
        (calor|fome|trabalho|academia|barulho|vizinho|vizinhos|dieta|rir|sono|comer|correr|trânsito|provas|chefe|reunião|chuva|bolo|saudade)
        (sumir|desaparecer) ~1 (uns dias|uma semana|do mapa|na|no|por)`,
      ignore: ['negation'],
    },
    no_reason: {
      severity: 'wish',
      match: `
        não (tenho|há|vejo|encontro|existe) ~2 (razão|razões|motivo|motivos|sentido) (para|pra|de|em) ~1 (acordar amanhã|acordar|levantar amanhã|viver|continuar viva|continuar vivo|existir|estar viva|estar vivo)
        não sei (por que|porque|pra que|para que) ~1 (vivo|estou viva|estou vivo|existo|nasci|ainda vivo)
        (quero|queria|vou) morre
        (cansei|cansada|cansado|enjoei) de viver
        (mereço|devia|deveria|preciso|tenho que) (morrer|estar morto|estar morta|ter morrido)
        amanhã não ~1 (estarei|vou estar) ~1 (aqui|vivo|viva|mais)`,
      unless:
        '(rir|fome|calor|frio|sono|vergonha|saudade|trabalho|viagem|férias|cedo|reunião|escritório|às|jogo|fase)',
      ignore: ['negation'],
    },
    voices_tell: {
      severity: 'method',
      match:
        '(voz|vozes|cabeça|mente|cérebro) ~4 (diz|dizem|dizendo|manda|mandam|mandando|pede|pedem|fala|falam|grita|gritam) ~3 (me matar|morrer|me mate|morra|se mate|se mata|pular|me enforcar|me jogar)',
      unless: '(jogo|filme|personagem|rir|fome|corda|piscina)',
    },
    overdose_wish: {
      severity: 'method',
      match: `
        (penso em|pensando em|quero|vou|vontade de|queria) ~2 overdose
        (tomar|engolir) ~3 {comprimidos} ~3 (morrer|não acordar|dormir para sempre|acabar)
        tentei ~1 suicídio`,
      unless: '(café|açúcar|chocolate|série*)',
    },
  },
}
