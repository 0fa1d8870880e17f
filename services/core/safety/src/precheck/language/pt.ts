import type { LanguagePack } from './pack.ts'

export const pt: LanguagePack = {
  language: 'pt',
  lists: {
    person:
      'amigo|amiga|irmão|irmã|mãe|pai|filho|filha|namorado|namorada|marido|esposa|primo|prima|tio|tia|colega|vizinho|vizinha|aluno|aluna|melhor amiga|melhor amigo|companheiro|companheira|avô|avó',
    '=quero': 'quero|kero|qro|qero',
    quero:
      'quero|queria|gostaria de|preciso|vou|penso em|pensando em|pensei em|tenho vontade de|vontade de|desejo|tentei|tento|planejo|planejando|decidi|pronta para|pronto para|cogitando|prestes a|estou a pensar em',
    comprimidos:
      'comprimidos|remédios|remédio|pílulas|medicamentos|calmantes|cartela|cartelas|caixa|frasco|rivotril|paracetamol|soníferos|antidepressivos',
  },
  stopwords:
    'que de a o e do da em um uma para com não os as no na por mais dos como mas foi ao ele ela meu minha muito eu tudo hoje estou está porque quando isso me fiz',
  negators: '(não|non|no|nunca|jamais|nem|sem|já não)',
  negationFill:
    'é que|realmente|de verdade|nunca|tenho|tinha|vou|penso|pensei|quero|em|vontade|de|intenção|ideia|ideias|me|estou|sou|pensando|pensamentos|nenhum|nenhuma|eu|quis',
  falseNegation: '(por que|porque|por quê) ~1 não',
  denials: '(não|nunca|jamais)',
  deniesAcrossClauses: false,
  pastTense: '(queria|quis|tentei|pensei|estava|era|tinha|desejava|cortava|batia|pensava)',
  pastMarkers: `
    há (#|dois|três|quatro|cinco|seis|sete|oito|nove|dez|quinze|vinte|muitos|vários|alguns|uns) anos
    (#|dois|três|quatro|cinco|dez|muitos|alguns) anos atrás
    quando (eu era|era|eu tinha|tinha|eu estava)
    (naquela época|no passado|antigamente|antes|na adolescência|adolescente|sobrevivi|recuperada|recuperado|anos atrás)
    em (19*|20*)
    (anos|meses) (sem|limpa|limpo|desde)`,
  returning:
    '(de novo|outra vez|novamente|ainda|ultimamente|esta noite|hoje à noite|agora quero|voltou|voltaram|ontem|esses dias|voltei)',
  fiction:
    '(música|canção|letra|romance|livro|filme|série|personagem|protagonista|poema|peça|capítulo|cena|roteiro|título|cantor|cantora|refrão|novela|conto|episódio)',
  attribution:
    '(música|personagem|protagonista|filme|livro|refrão|letra|cantor|cantora) ~2 (diz|canta|grita|se chama|sussurra|fala)',
  selfQuote: `
    (eu|lhe) ~2 (disse|falei|escrevi|penso|repito|digo|pensei) ~3
    (disse|falei|escrevi|pensei|pesquisei) ~3
    (voz|vozes|cabeça|mente) ~4`,
  firstPerson: '',
  otherPerson: '',
  override: `
    (ignore|ignora|esqueça|esquece|desative) ~3 (regras|instruções|segurança|filtro|filtros|normas)
    (isto é|isso é|é só|é apenas|é) ~1 (ficção|hipotético|um jogo|um teste|encenação|brincadeira)`,
}
