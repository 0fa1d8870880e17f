import type { Language } from '../lexicon/language.ts'
import { fold } from '../fold.ts'

const HARSH: Readonly<Record<Exclude<Language, 'en'>, RegExp>> = {
  es: /\b(?:idiota|inutil|tont[oa]|fracas\w*|perdedor\w*|imbecil|estupid[oa]|patetic[oa]|asco|fe[oa]|gord[oa]|vag[oa]|desastre|mierda|carga|cobarde|basura|mal[oa]|horrible|don nadie)\b/u,
  fr: /\b(?:idiote?|nulle?|imbecile|stupide|rate\w*|echec|pathetique|moche|grosse?|paresseu\w+|con+e?|merde|lache|fardeau|minable|incapable|mauvaise?|horrible|bete|perdant\w*)\b/u,
  de: /\b(?:idiot\w*|versager\w*|dumm\w*|bloed\w*|blod\w*|nutzlos\w*|wertlos\w*|haesslich|hasslich\w*|fett\w*|faul\w*|feig\w*|loser\w*|niete|erbarmlich\w*|schlecht\w*|scheisse|last|unfahig\w*|schrecklich\w*|horrib\w*)\b/u,
  pt: /\b(?:idiota|inutil|burr[oa]|fracass\w*|falhad[oa]|imbecil|estupid[oa]|patetic[oa]|fei[oa]|gord[oa]|preguicos[oa]|merda|fardo|covarde|lixo|ma|mau|horrivel|desastre)\b/u,
  it: /\b(?:idiota|inutile|stupid[oa]|fallit[oa]|fallimento|imbecille|patetic[oa]|brutt[oa]|grass[oa]|pigr[oa]|merda|peso|codard[oa]|schifo|cattiv[oa]|orribile|disastro|buon[oa] a nulla|nullita|scem[oa])\b/u,
}

/** Whether words hold an insult that must not be handed back. */
export function isHarsh(words: string, language: Exclude<Language, 'en'>): boolean {
  return HARSH[language].test(fold(words).folded)
}
