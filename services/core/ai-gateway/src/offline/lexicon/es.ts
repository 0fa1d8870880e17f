import type { Lexicon } from './language.ts'

export const spanish: Lexicon = {
  frequent:
    'el los las que y en un una por con para pero porque muy mi soy estoy siempre nunca nadie todo nada es no me hoy yo ella esta fue hay mas tengo voy como cuando ser del al su lo si nunca a todas culpa vida ha las mi',
  joints: 'pero|porque|aunque|asi que|y (?:ahora|yo|el|ella|todos|nadie|siempre|nunca)',
  rules: {
    all_or_nothing: [
      {
        weight: 0.8,
        on: 'si',
        match:
          'si no .{0,60}?(?:perfect[oa]|nota|bien|mejor).{0,60}?(?:no sirve|no vale|fracaso|nada|para que|mejor no)',
      },
      { weight: 0.8, on: 'todo o', match: '(?:todo o nada|o .{2,50}? o (?:nada|soy|es un fracaso|no))' },
      {
        weight: 0.75,
        on: 'completamente total totalmente todo toda',
        match:
          '(?:fracaso|desastre) (?:total|completo|absoluto)|(?:todo|toda) .{2,30}? (?:arruinad[oa]|perdid[oa]|estropead[oa])',
      },
    ],
    overgeneralization: [
      {
        weight: 0.82,
        on: 'siempre',
        match:
          'siempre (?:me|lo|la|le|les|nos|meto|arruino|estropeo|fallo|fracaso|todo)? ?(?:pasa|meto|arruino|estropeo|fallo|fracaso|equivoco|sale|dejan|abandona|pierdo|toca|hago todo mal|acabo|termino|mal)',
      },
      {
        weight: 0.8,
        on: 'nunca',
        match:
          '(?:nunca|jamas) (?:me|hago|consigo|logro|nada|tengo|termino|acierto).{0,30}?(?:sale|bien|nada|suerte|bastante|termino|acierto)|nada (?:me )?sale (?:nunca )?bien',
      },
      {
        weight: 0.82,
        on: 'todo',
        match: 'todo (?:me )?(?:sale|lo hago|lo que hago .{0,20}?sale) mal|todo lo que toco',
      },
      {
        weight: 0.75,
        on: 'todos todas nadie',
        match:
          '(?:todos|todas|nadie) (?:me )?(?:acaban|terminan|siempre|nunca|escucha|ayuda|entiende|dejan|fallan|abandonan)',
      },
    ],
    mental_filter: [
      {
        weight: 0.78,
        on: 'solo unico',
        match:
          '(?:solo|lo unico que) .{0,20}?(?:pienso|puedo pensar|recuerdo|veo|pensar).{0,50}?(?:error|fallo|mal|equivoc|critica|un[oa])',
      },
    ],
    disqualifying_positive: [
      {
        weight: 0.8,
        on: 'suerte cuenta',
        match: '(?:fue|ha sido|era|tuve|solo) (?:pura |solo |simple )?suerte|no cuenta|fue casualidad',
      },
      {
        weight: 0.8,
        on: 'solo amable pena',
        match:
          '(?:lo dice|lo dicen|lo dijo|me lo dicen|me invitan|me invitaron) (?:solo )?(?:por|para) (?:ser amable|pena|compromiso|quedar bien|lastima|educacion)|cualquiera (?:podria|lo habria|lo hace|puede)',
      },
    ],
    mind_reading: [
      {
        weight: 0.9,
        on: 'piensan piensa creen cree pensaran',
        match:
          '(?:todos|todo el mundo|ellos|la gente|mi [a-z]+|seguro|segura|ella|el|me).{0,30}?(?:piensan?|creen?|pensaran) que (?:soy|no|estoy)',
      },
      {
        weight: 0.8,
        on: 'odia odian soporta soportan aguanta',
        match:
          '(?:me odian?|no me (?:soportan?|aguantan?|quieren?)|se rien de mi|esta(?:n)? hart[oa]s? de mi|me estaban? juzgando|nadie me quiere)',
      },
    ],
    fortune_telling: [
      {
        weight: 0.84,
        on: 'voy va van',
        match:
          '(?:voy a (?:suspender|fracasar|fallar|quedarme sol[oa]|hacer el ridiculo|perder)|va a (?:salir mal|ir mal|ser un desastre|dejarme|decir que no)|van a (?:rechazarme|decir que no|despedirme|reirse))',
      },
      {
        weight: 0.84,
        on: 'nunca nadie jamas',
        match:
          '(?:nunca|jamas) (?:voy a|lograre|conseguire|encontrare|sere|podre|aprendere|saldre|me (?:querra|querran))|nadie (?:me )?(?:va a|querra)',
      },
      {
        weight: 0.75,
        on: 'saldra ira',
        match: '(?:seguro que|se que) .{0,30}?(?:saldra mal|ira mal|mal|no me)',
      },
    ],
    catastrophizing: [
      {
        weight: 0.85,
        on: 'vida mundo',
        match:
          '(?:mi vida|mi carrera|todo) (?:se )?(?:ha |esta )?(?:acab[oa]d?o?|arruinad[oa]|terminad[oa]|hundid[oa])|fin del mundo',
      },
      {
        weight: 0.82,
        on: 'si soporto peor catastrofe',
        match:
          '(?:y si .{0,60}?(?:muer|cancer|infarto|accidente|despid|pierdo|grave)|no lo soporto|no puedo soportar|es lo peor que|es una catastrofe)',
      },
    ],
    emotional_reasoning: [
      {
        weight: 0.85,
        on: 'siento',
        match:
          '(?:me )?siento .{0,50}?(?:asi que|por lo tanto|por eso|luego|debe ser|sera que)|(?:me )?siento (?:como )?(?:un |una )?(?:inutil|fracas\\w*|carga|estupid[oa]|basura)',
      },
    ],
    should_statements: [
      {
        weight: 0.82,
        on: 'deberia tendria debi',
        match:
          '(?:deberia|tendria que) (?:ser|estar|haber|poder|saber|sentir|tener|querer)|no deberia (?:sentir|estar|ser|haber|llorar|necesitar)|debi (?:haber|saber)',
      },
      {
        weight: 0.75,
        on: 'tengo debo',
        match:
          '(?:tengo que|debo) (?:ser perfect[oa]|ser fuerte|hacerlo perfecto|gustar|agradar|poder con todo)',
      },
    ],
    labeling: [
      {
        weight: 0.88,
        on: 'soy eres es',
        match:
          '(?:soy|que) (?:un |una |tan |muy |mas |bastante |pobre |completo |completa )*(?:idiota|inutil|tont[oa]|fracas\\w*|perdedor\\w*|imbecil|estupid[oa]|patetic[oa]|desastre|carga|cobarde|basura|mala (?:madre|persona|hija|amiga)|mal (?:padre|hijo|amigo)|vag[oa]|don nadie|fraude)|(?:es|son) un[oa]?s? (?:imbecil|idiota|egoista|monstruo|inutil)\\w*',
      },
    ],
    personalization: [
      {
        weight: 0.86,
        on: 'culpa',
        match:
          '(?:es|fue|todo|ha sido|esta) (?:todo |toda )?(?:por )?mi culpa|por mi culpa|culpa mia|la culpa es mia|me culpo',
      },
    ],
    blaming: [
      {
        weight: 0.85,
        on: 'culpa arruino',
        match:
          '(?:la )?culpa (?:es )?(?:de (?:mi|el|ella|ellos|los|las|la|su)|suya|tuya)|por (?:su|tu) culpa|me (?:arruino|ha arruinado|destrozo|ha destrozado) la vida',
      },
    ],
    comparing: [
      {
        weight: 0.84,
        on: 'que demas otros todos comparacion',
        match:
          '(?:todos|todas|los demas|ella|el|mi [a-z]+) .{0,40}?(?:mejor|mas [a-z]+|mucho mas) que yo|(?:los demas|todos) .{0,40}? y yo|nunca sere tan|comparad[oa] con',
      },
    ],
  },
  reported: '(?:dijo|dice|dijeron|grito|me dijo|segun|canta|escribio|contesto) (?:que )?',
  denied: '(?:no|nunca|ya no|tampoco)',
  resolved: 'antes (?:creia|pensaba)|no es verdad que|solia (?:pensar|creer)|ya no (?:creo|pienso)',
  hedged: 'quizas?|tal vez|a lo mejor|a veces|puede que',
}
