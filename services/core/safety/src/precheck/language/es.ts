import type { LanguagePack } from './pack.ts'

export const es: LanguagePack = {
  language: 'es',
  lists: {
    person:
      'amigo|amiga|hermano|hermana|madre|mama|padre|papa|hijo|hija|novio|novia|marido|esposa|esposo|mujer|primo|prima|tio|tia|compañero|compañera|pareja|vecino|vecina|alumno|alumna|abuelo|abuela|mejor amiga|mejor amigo',
    '=quiero': 'quiero|kiero|qiero|kero|qero',
    quiero:
      'quiero|quisiera|deseo|necesito|voy a|pienso|me gustaria|tengo ganas de|ganas de|me dan ganas de|queria|quise|intente|trate de|pienso en|pensando en|he pensado en|pense en|planeo|planeando|he decidido|decidi|a punto de|intentado|ansias de|listo para|lista para',
    pastillas:
      'pastillas|pastilla|medicamentos|medicinas|comprimidos|somniferos|antidepresivos|paracetamol|caja|frasco|bote|blister|ansioliticos|tranquilizantes|ibuprofenos',
  },
  stopwords:
    'que de la el y en los se las por un una para con no mi me es lo al pero muy ya yo su todo porque hoy estoy como cuando esta tengo he siento',
  negators: '(no|nao|non|nunca|jamas|tampoco|ni|sin|ya no)',
  negationFill:
    'es que|realmente|de verdad|nunca|he|pensado|tengo|tenia|voy a|pienso|quiero|en|ganas|de|intencion|intenciones|idea|ideas|me|estoy|soy|pensando|pensamientos|ningun|ninguna|quise',
  falseNegation: `
    (por que|porque) no
    (solo|si) no`,
  denials: '(no|nunca|jamas)',
  deniesAcrossClauses: false,
  pastTense: '(queria|quise|intente|pense|estaba|era|habia|estuve|trate|deseaba|corte|cortaba|pegaba|tuve)',
  pastMarkers: `
    hace (#|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte|muchos|varios|unos|algunos) años
    hace (mucho|años)
    cuando (era|tenia|estaba en)
    en (aquella epoca|aquel entonces|el pasado|mi adolescencia|20*|19*)
    (antes|de joven|de adolescente|sobrevivi|recuperada|recuperado)
    (años|meses) (sin cortarme|limpia|limpio|desde)`,
  returning:
    '(otra vez|de nuevo|todavia|sigo|ultimamente|esta noche|ahora quiero|ha vuelto|han vuelto|vuelve|volvio|ayer|anoche|estos dias)',
  fiction:
    '(cancion|letra|novela|libro|pelicula|serie|personaje|protagonista|poema|obra|capitulo|escena|guion|cuento|titulo|cantante|actriz|actor|verso|estribillo|episodio|leyendo)',
  attribution:
    '(cancion|protagonista|personaje|pelicula|novela|letra|estribillo|libro) ~2 (dice|grita|canta|se llama|titulada|susurra)',
  selfQuote: `
    (yo|le|les|me) ~2 (dije|digo|escribi|escribo|pienso|repito|pense) ~3
    (dije|escribi|pense|escribo|repito|busque) ~3
    (voz|voces|cabeza|mente) ~4`,
  firstPerson: '',
  otherPerson: '',
  override: `
    (ignora|olvida|omite|salta) ~3 (reglas|normas|instrucciones|seguridad|filtro|filtros)
    (esto es|es solo|solo es|es|finge que es) ~1 (ficcion|un juego|juego de rol|hipotetico|una prueba)`,
}
