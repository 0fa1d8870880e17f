import type { RuleSet } from '../rule.ts'

export const unspokenEs: RuleSet = {
  language: 'es',
  family: 'suicide',
  rules: {
    worn_out: {
      severity: 'thoughts',
      ambiguous: true,
      alone: true,
      match: `
        [ya|es que] no (puedo|aguanto|soporto) mas`,
      unless:
        '(calor|hambre|trabajo|gimnasio|tos|ruido|vecino|vecinos|dieta|risa|sueño|tarta|comer|correr|trafico|examenes|cena|kilometro|jefe|reunion|agujetas|deberes|mudanza|obras)',
      ignore: ['negation'],
    },
    worn_out_of_life: {
      severity: 'thoughts',
      ambiguous: true,
      match: `
        [ya|es que] no (puedo|aguanto|soporto) mas`,
      needs:
        '(duele|dolor|cansad*|vacia|vacio|sola|solo|sentido|vida|vivir|muert*|nadie|nada|carga|todo|oscur*|perdon*|llor*)',
      unless:
        '(calor|hambre|trabajo|gimnasio|tos|ruido|vecino|vecinos|dieta|risa|sueño|tarta|comer|correr|trafico|examenes|cena|kilometro|jefe|reunion|agujetas|deberes|mudanza|obras)',
      ignore: ['negation'],
    },
    last_words: {
      severity: 'intent',
      ambiguous: true,
      alone: true,
      match: '(mi|el) ultimo (mensaje|post|escrito|texto)',
      unless: '(dia|hoy sobre|vacaciones|semana|año|aviso|cuenta|clase)',
    },
    no_more_burden: {
      severity: 'thoughts',
      match: `
        (dejare de ser|ya no sere|no sere mas|no voy a ser mas) (una carga|un peso|un estorbo)
        pronto ~3 (descansar|descansaran) (de mi|para siempre)`,
      unless: '(equipo|equipe|team|squadra|projekt)',
      ignore: ['negation'],
    },
    at_the_edge: {
      severity: 'method',
      ambiguous: true,
      alone: true,
      match: `(estoy|parada|parado|sentada|sentado|subida|subido) ~2 (en|sobre|al borde|arriba|encima) ~3 (puente|azotea|tejado|cornisa|vias|acantilado|borde|viaducto|barandilla|terraza del edificio)`,
      unless: '(foto*|vistas|cena*|amigos|vecinos|luna|arregl*|comiendo|tomando)',
    },
    looking_down: {
      severity: 'method',
      ambiguous: true,
      match: `(puente|azotea|tejado|cornisa|vias|acantilado|viaducto|balcon) ~3 (miro|mirando|mirar) ~3 (abajo|vacio|agua|suelo|vias)`,
      unless: '(foto*|vistas|niños|barcos|patos|bonit*|precios*)',
    },
    thinks_of_jumping: {
      severity: 'method',
      match: '(pienso|pensando|pense|ganas|imagino) ~1 (en|de|que) ~1 (tirarme|lanzarme|arrojarme|saltar)',
      needs: '(metro|tren|puente|balcon|azotea|vias|ventana|coche)',
      unless: '(paracaidas|piscina|bungee|agua)',
    },
    means_at_hand: {
      severity: 'plan',
      ambiguous: true,
      alone: true,
      match: `(compre|tengo|consegui|prepare|ate|comprado|preparado) ~1 (la|una) (soga|cuerda|pistola|horca)
        ya ~1 (elegi|tengo|escogi) (el dia|la fecha)`,
      unless: '(tender|barco|escal*|columpio)',
    },
    farewell: {
      severity: 'intent',
      ambiguous: true,
      match: `
        (adios|chau|chao|me despido) ~1 (a todos|de todos|todos|familia|mundo)
        (regale|regalado|di|dado) ~1 (todas mis cosas|todo lo mio|mis cosas|todo)`,
      needs:
        '(perdon*|lo siento|no puedo mas|no doy mas|ya es hora|cansad*|los quiero|los amo|no (las|lo) (voy a|necesito)|adios)',
      unless:
        '(vacaciones|mañana|lunes|hasta|vuelvo|compañeros|trabajo nuevo|jubil*|bebe|mudanza|mudamos|caridad|viaje)',
    },
    never_wake: {
      severity: 'wish',
      match: `
        (ojala|quisiera|quiero|espero|para|rezo) ~6 (y|no|nunca|jamas) ~1 (despertara|despertar|despertarme|despierte|desperte|despertase) ~1 (nunca|jamas|mas|mañana)
        (ojala|quisiera|espero) ~5 no (despertara|despertase|despierte)
        (si|cuando) me (muero|muriera|matara un ~2) ~3 (mejor|da igual|no pasa nada|nadie)`,
      unless: '(temprano|resaca|despertador|tarde|hambre|risa)',
      ignore: ['negation'],
    },
    follow_the_dead: {
      severity: 'thoughts',
      ambiguous: true,
      match: `quiero ~1 (irme con|reunirme con|seguir a|seguirlo|seguirla|estar con|alcanzar*) ~1 (el|ella|mi|ellos|mama|papa)`,
      needs: '(murio|muerto|muerta|fallecio|suicid*|se mato|cielo|se quito la vida)',
    },
    in_earnest: {
      severity: 'wish',
      match: '(lo digo|va|hablo) (en serio|de verdad|muy en serio)',
      needs: '(quiero morir*|matar*|matame|morirme|pegarme un tiro)',
      unless: '(jaja*|hambre|sueño|risa)',
    },
    once_more: {
      severity: 'intent',
      match: '(lo voy a|voy a|quiero) ~1 (volver a (hacer*|intentar*)|intentarlo (otra vez|de nuevo))',
      needs: '(suicid*|quitarme la vida|matarme|intento)',
      ignore: ['past'],
    },
    bare_word: {
      severity: 'thoughts',
      ambiguous: true,
      whole: true,
      match: `
        (suicidio|suicida|suicidarme|matarme|morirme) [por favor|ya|hoy]
        [yo|y] (voy a|quiero|estoy por|ganas de) (saltar|tirarme|lanzarme|colgarme) [ya|hoy|ahora|esta noche]
        me (voy a|quiero) (colgar|tirar|lanzar) [ya|hoy|ahora|esta noche]
        no (quiero|quisiera) (despertar|despertarme|vivir)
        no me quiero despertar`,
      ignore: ['negation'],
    },
    few_words: {
      severity: 'thoughts',
      ambiguous: true,
      alone: true,
      match: `
        (matame|matenme|que alguien me mate|quiero que me maten)
        me despido de (todos|todas|ustedes|vosotros)
        mañana ya no (estare|voy a estar|existire) [aqui|mas]
        me quiero (tirar|lanzar|arrojar) ~1 (del|desde|por|de|al|a) ~2 (balcon|puente|ventana|azotea|tren|metro|vias|tejado)
        (regale|regalado|di) ~1 mi (perro|perra|gato|gata) ~8 (todo|listo|arreglado|resuelto|cosas)`,
      unless:
        '(jaja*|juego|lunes|examen|risa|reunion|trabajo|vacaciones|oficina|clase|viaje|fiesta|piscina|alergia|colegio|equipo|ciudad)',
      ignore: ['negation'],
    },
  },
}
