import type { RuleSet } from '../rule.ts'

const adverbs = '[solo|realmente|de verdad|simplemente|ya|tanto|mucho]'
const idioms = `
  (muero|morir|morirme|morirse|morirnos|muriendo|mueren|morirte|morimos) ~1 (de|del) (hambre|risa|sueño|frio|calor|ganas|amor|vergüenza|sed|envidia|miedo|aburrimiento|ternura|pena ajena|curiosidad|asco|gusto|felicidad|emocion)
  (matar|matarme|mato) ~1 (de risa|el tiempo|el hambre|el gusanillo|trabajando|estudiando|en el gimnasio|la sed|entrenando)
  que (calor|frio|verguenza|sueño|hambre|asco|risa|pereza|aburrimiento) ~1 me quiero morir
  (mosca|mosquito|cucaracha|planta|bateria|movil|bicho|araña)`

export const suicideEs: RuleSet = {
  language: 'es',
  family: 'suicide',
  rules: {
    want_to_die: {
      severity: 'wish',
      match: `
        (ganas de|quiero|quisiera) no (estar|existir|ser) mas
        {quiero} ${adverbs} (morir|morirme|estar muerta|estar muerto|desaparecer para siempre|dejar de existir|dejar de vivir|dormir para siempre|no despertar|no despertarme|no haber nacido)
        no (quiero|deseo|soporto) ~1 (estar|seguir|vivir) en este mundo
        me (quiero|quisiera|gustaria|queria) ${adverbs} (morir|matar|suicidar)
        (ojala|desearia|quisiera) ~2 (me muriera|me muera|estuviera muerta|estuviera muerto|no despertar|no despertara|no despierte|no existiera|no hubiera nacido|no haber nacido|me atropellara|me atropelle)
        (mejor|preferiria|prefiero) ~1 (estar muerta|estar muerto|muerta|muerto|morirme|morir)
        (espero|ojala|deseo) ~1 no (despertar|despertarme|despierte) ~1 (mañana|mas|nunca)
        seria mejor ~1 (estar muerta|estar muerto|morir|morirme|no existir|si me muriera|si no existiera)
        me quiero (morir|matar|suicidar)`,
      idiom: idioms,
    },
    dont_want_to_live: {
      severity: 'wish',
      match: `
        [ya] no (quiero|deseo|tengo ganas de|soporto|aguanto|puedo|quisiera|queria) ${adverbs} (vivir|seguir viviendo|seguir viva|seguir vivo|existir|estar viva|estar vivo|estar aqui|estar en este mundo|seguir aqui|despertar|despertarme|seguir asi|continuar viviendo|mas vivir)
        no (tengo|hay|encuentro|veo) ~2 (razon|razones|motivo|motivos|sentido) (para|de|en) (vivir|seguir viviendo|existir|seguir viva|seguir vivo|seguir aqui|seguir adelante)
        no (vale|merece) la pena (vivir|seguir viviendo|seguir)
        (la|mi|esta) vida no (vale|tiene|merece) ~1 (nada|sentido|la pena)
        (cansada|cansado|harta|harto) de (vivir|existir|la vida|estar viva|estar vivo|mi vida)
        (odio|detesto) (estar viva|estar vivo|existir|vivir)
        me da igual (vivir|morir|vivir o morir|si vivo|si muero|si me muero)
        para que (vivir|vivo|seguir viviendo|sigo viva|sigo vivo)`,
      unless: `
        (vivir|estar|seguir|despertar|despertarme) (aqui en|en|con|sola|solo|junto|cerca|lejos|al lado|de alquiler|en casa|temprano|a las|tan temprano)
        (esta|la) (casa|ciudad|oficina|reunion|fiesta)
        despertar (al|a mi|a los|a las|a la|a nadie)`,
      ignore: ['negation'],
    },
    kill_myself: {
      severity: 'thoughts',
      match: `
        (matarme|suicidarme|quitarme la vida|acabar con mi vida|acabar con mi propia vida|terminar con mi vida|poner fin a mi vida|ahorcarme|colgarme de ~2|pegarme un tiro|cortarme las venas|desvivirme|quitarme de en medio|tirarme ~1 (puente|balcon|tren|metro|ventana|vias|azotea|tejado)|lanzarme ~2 (puente|tren|metro|ventana|vias|balcon)|saltar ~2 (puente|balcon|ventana|vias|azotea)|tirarme por la ventana|tirarme del ~2)
        (acabar|terminar) con (todo|esto de una vez|mi sufrimiento|esta vida)
        me (voy a|quiero|vua) (matar|suicidar|ahorcar|quitar la vida|desvivir)
        me (mato|suicido|ahorco)
        (suicidio|suicidarse) es ~3 (salida|solucion|opcion)`,
      idiom: idioms,
    },
    suicidal: {
      severity: 'thoughts',
      match: `
        (pensamientos|ideas|ideacion|impulsos|ganas|pulsiones) (suicidas|de suicidio|suicida|de suicidarme|de muerte|de matarme)
        (pienso|pensar|pensando|pensado|pense|piensa) ~3 (suicidio|suicidarme|la muerte|morirme|matarme|quitarme la vida)
        (soy|estoy|me siento) ~1 suicida
        (mi|una|otra|la) (carta|nota) de (despedida|suicidio)
        intento de suicidio`,
      unless: `
        (prevencion|escuadron|taller|charla|conferencia|libro|tesis|clase|pelicula|estadistica|estadisticas|documental) ~4
        intento de suicidio ~3 (de mi|del|de un|de una)`,
    },
    intent: {
      severity: 'intent',
      match: `
        (voy a|he decidido|decidi|pienso|estoy a punto de|ya decidi) ~1 (matarme|suicidarme|quitarme la vida|acabar con mi vida|acabar con todo|ahorcarme|desvivirme|terminar con todo)
        (esta noche|hoy|mañana) ~2 (me mato|me suicido|acabo con todo|me quito la vida|me voy a matar|termina todo|se acaba todo|me tomo todas|me las tomo)
        me voy a (matar|suicidar|quitar la vida)
        (esta|hoy) es mi ultima (noche|carta|entrada)
        (adios|me despido) (mundo cruel|para siempre|de todos para siempre)
        (intente|intentado|trate de|he intentado) ~1 (matarme|suicidarme|quitarme la vida|ahorcarme|acabar con mi vida)`,
      idiom: idioms,
    },
    method: {
      severity: 'method',
      match: `
        (cuantas|cuantos|que cantidad de) {pastillas} ~4 (morir|matarme|para morirme|letal|mueres|matar)
        (formas|maneras|metodos|forma|manera) (de|para) ~3 (morir|matarme|suicidarme|suicidio|morir sin dolor)
        (quiero|voy a|ganas de) cortarme las venas
        como ~1 (matarme|suicidarme|morir sin dolor|ahorcarme)
        (guardadas|guardado|guardando|juntado|juntando|acumulado|tengo) ~3 {pastillas} ~8 (tomo|tomar|tomarmelas|trago|noche|todas)
        {pastillas} ~3 (guardadas|juntadas|acumuladas|preparadas) ~6 (tomo|tomar|todas|noche)
        (tomarme|tragarme|tomar) (todas las|todas mis|toda la|todo el) {pastillas}`,
      unless: '(abuela|abuelo|semana|pastillero|receta)',
    },
    better_without_me: {
      severity: 'thoughts',
      match: `
        (todos|todo el mundo|mi familia|mis hijos|mis padres|ellos|el mundo|ella|el|nadie|mi madre) ~3 (mejor|mas felices|mas feliz|aliviados) ~1 (sin mi|si yo no estuviera|si no existiera|si me muriera|si desapareciera)
        (mejor|mas felices) sin mi
        a nadie le (importaria|importa) ~3 (si|que) ~3 (no estoy|no estuviera|me muero|me muriera|desaparezco|desapareciera)
        nadie (me extrañaria|me echaria de menos|notaria si ~2|lloraria por mi)
        (soy|solo soy) ~1 (carga|estorbo) ~8 (muerta|muerto|desaparecer|sin mi|morir)`,
      unless: '(equipo|proyecto|reunion|partido|trabajo) ~6 sin mi',
    },
    implicit: {
      severity: 'thoughts',
      ambiguous: true,
      match: `
        (quiero|quisiera|me gustaria|solo quiero|ganas de) ~1 (desaparecer|dejar de sufrir para siempre|que todo acabe|que todo termine|que se acabe todo|esfumarme)
        no (puedo|aguanto) (mas con esta vida|seguir asi|mas esta vida|mas asi)
        no (le) (veo|encuentro) sentido a (nada|la vida|seguir|vivir)
        no (veo|hay|tengo) ~1 (salida|futuro|esperanza)
        no (merezco|deberia) (vivir|existir|estar viva|estar vivo|haber nacido)
        (escribi|escrito|deje|he escrito) ~2 (cartas de despedida|carta de despedida|cartas para todos|mi despedida)`,
      unless: `
        (calor|hambre|trabajo|gimnasio|tos|ruido|vecino|vecinos|dieta|risa|sueño|tarta|comer|correr|trafico|examenes|cena|kilometro|jefe|reunion)
        desaparecer (unos dias|una semana|del mapa ~2|en|un rato)`,
      ignore: ['negation'],
    },
    no_reason: {
      severity: 'wish',
      match: `
        no (tengo|hay|encuentro|veo) ~2 (razon|razones|motivo|motivos|sentido) (para|de) ~1 (levantarme mañana|despertar|despertarme|estar viva|estar vivo|estar aqui|vivir)
        no se (para que|por que) ~1 (vivo|sigo viva|sigo vivo|existo|estoy viva|estoy vivo|naci)
        no me (quiero|quisiera|gustaria) (despertar|levantar) ~1 (mas|nunca|jamas|mañana)
        (dormir|dormirme|dormirse|dormida|dormido) ~1 (y no|y nunca|y jamas|sin) ~1 (despertar|despertarme|despierte)
        dormirme para siempre
        (merezco|debo|deberia|debi|tengo que|necesito) (morir|morirme|estar muerta|estar muerto|haber muerto)
        que (se termine|se acabe|termine|acabe) (mi vida|la vida|esta vida)
        nadie me va a (extrañar|echar de menos|llorar)`,
      unless:
        '(hasta|a las|temprano|antes de|risa|verguenza|sueño|hambre|frio|calor|jaja*|empresa|partido|resaca|reunion|oficina|fiesta)',
      ignore: ['negation'],
    },
    voices_tell: {
      severity: 'method',
      match: `
        (voz|voces|cabeza|mente|cerebro) ~4 (dice|dicen|diciendo|ordena|ordenan|pide|piden|grita|gritan|manda|mandan) ~2 (que me (mate|muera|suicide|tire|cuelgue|ahorque|quite la vida)|matate|muerete|suicidate|que salte)
        me digo ~2 (matate|muerete|suicidate)`,
      unless: '(juego|pelicula|personaje|risa|hambre)',
    },
    overdose_wish: {
      severity: 'method',
      match: `
        (pienso en|pensando en|pensado en|quiero|voy a|ganas de|quisiera) ~2 una sobredosis
        (tomar|tomarme|tragar|tragarme) ~3 {pastillas} ~3 (morir|morirme|no despertar|dormir para siempre|acabar)`,
      unless: '(azucar|cafe|chocolate|cafeina|serie*)',
    },
  },
}
