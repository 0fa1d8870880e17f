import type { Hotline, Source, Topic } from './hotline.ts'
import { sources } from './sources.ts'

/**
 * One service a line: region | topic | name | phone | text | url | hours | languages | sources.
 * An empty field is absent; empty hours are 24/7. Sources are named in `sources.ts`; a service that fewer than two state
 * is not listed.
 */
const table = `
US|suicide|988 Suicide & Crisis Lifeline|988|988|https://988lifeline.org||en es|a b c e
US|suicide|Crisis Text Line||HOME to 741741|https://www.crisistextline.org||en es|b c
US|abuse|National Domestic Violence Hotline|1-800-799-7233||https://www.thehotline.org||en es|e areachbeyondthesurface.org
US|poison|Poison Help|1-800-222-1222||https://www.poisonhelp.org||en es|poisonhelp.hrsa.gov manitoulinislandindex.com
US|emergency|Emergency|911||||en es|a b c e
CA|suicide|9-8-8 Suicide Crisis Helpline|988|988|https://988.ca||en fr|b c e
CA|minors|Kids Help Phone|1-800-668-6868|CONNECT to 686868|https://kidshelpphone.ca||en fr|c cbc.ca
CA|poison|Poison Centres|1-844-764-7669||https://infopoison.ca||en fr|ontariopoisoncentre.ca aboutkidshealth.ca
CA|emergency|Emergency|911||||en fr|b c e
GB|suicide|Samaritans|116 123||https://www.samaritans.org||en|a b c d e
GB|suicide|Shout||SHOUT to 85258|https://giveusashout.org||en|a b c
GB|suicide|NHS urgent mental health|111||https://111.nhs.uk|24/7, option 2|en|a c
GB|abuse|National Domestic Abuse Helpline|0808 2000 247||https://www.nationaldahelpline.org.uk||en|d centre56.org.uk
GB|minors|Childline|0800 1111||https://www.childline.org.uk||en|mbrook.brent.sch.uk thefirststep.org.uk
GB|emergency|Emergency|999||||en|a b c d e
IE|suicide|Samaritans|116 123||https://www.samaritans.org/ireland||en|b c e
IE|suicide|Text About It||HELLO to 50808|https://www.textaboutit.ie||en|b c
IE|abuse|Women’s Aid|1800 341 900||https://www.womensaid.ie||en|thejournal.ie irishtimes.com
IE|poison|National Poisons Information Centre|01 809 2166||https://www.poisons.ie|8:00–22:00|en|poisons.ie hse.ie
IE|emergency|Emergency|112||||en|b c
AU|suicide|Lifeline|13 11 14|0477 13 11 14|https://www.lifeline.org.au||en|b c e
AU|suicide|Suicide Call Back Service|1300 659 467||https://www.suicidecallbackservice.org.au||en|e 2ser.com
AU|abuse|1800RESPECT|1800 737 732||https://www.1800respect.org.au||en|e plan4womenssafety.dss.gov.au
AU|minors|Kids Helpline|1800 55 1800||https://kidshelpline.com.au||en|c health.vic.gov.au
AU|poison|Poisons Information Centre|13 11 26||||en|poisonsinfo.health.qld.gov.au betterhealth.vic.gov.au
AU|emergency|Emergency|000||||en|b c e
NZ|suicide|1737 Need to talk?|1737|1737|https://1737.org.nz||en|b c e
NZ|suicide|Suicide Crisis Helpline|0508 828 865||||en|e nzfamilies.org.nz
NZ|abuse|Women’s Refuge Crisisline|0800 733 843||https://womensrefuge.org.nz||en|e womensrefuge.org.nz
NZ|emergency|Emergency|111||||en|b c e
DE|suicide|TelefonSeelsorge|0800 111 0 111||https://www.telefonseelsorge.de||de|a b c d e
DE|suicide|TelefonSeelsorge|0800 111 0 222||https://online.telefonseelsorge.de||de|a b c e
DE|abuse|Hilfetelefon Gewalt gegen Frauen|116 016||https://www.hilfetelefon.de||de en es fr it pt zh|d e
DE|minors|Nummer gegen Kummer|116 111||https://www.nummergegenkummer.de|Mo–Sa, 14–20|de|c infranken.de
DE|poison|Giftnotruf Berlin|030 19240||https://giftnotruf.charite.de||de|rtl.de de.wikibooks.org
DE|emergency|Notruf|112||||de|a b c d e
AT|suicide|TelefonSeelsorge|142||https://www.telefonseelsorge.at||de|c d
AT|minors|Rat auf Draht|147||https://www.rataufdraht.at||de|c rtr.at
AT|poison|Vergiftungsinformationszentrale|01 406 43 43||https://goeg.at||de|de.wikibooks.org ff-donnerskirchen.at
AT|emergency|Rettung|144||||de|d rtr.at
AT|emergency|Euronotruf|112||||de en|c rtr.at
CH|suicide|Die Dargebotene Hand · La Main Tendue · Telefono Amico|143||https://www.143.ch||de fr it|c d
CH|minors|Pro Juventute|147|147|https://www.147.ch||de fr it|c ch.ch
CH|poison|Tox Info Suisse|145||https://www.toxinfo.ch||de fr it|ch.ch healthfirst.ch
CH|emergency|Sanität|144||||de fr it|c d
FR|suicide|3114, prévention du suicide|3114||https://3114.fr||fr|a b c e
FR|abuse|3919 Violences Femmes Info|3919||https://arretonslesviolences.gouv.fr||fr|e groupe3f.fr
FR|minors|119 Enfance en danger|119||https://www.allo119.gouv.fr||fr|service-public.gouv.fr madinin-art.net
FR|poison|Centre antipoison de Paris|01 40 05 48 48||https://centres-antipoison.net||fr|centres-antipoison.net 1000-premiers-jours.fr
FR|emergency|Urgences|112||||fr en|a b c e
FR|emergency|SAMU|15||||fr|a e
BE|suicide|Centre de Prévention du Suicide|0800 32 123||https://www.preventionsuicide.be||fr|b c
BE|suicide|Zelfmoordlijn 1813|1813||https://www.zelfmoord1813.be||nl|b c
BE|abuse|Écoute violences conjugales|0800 30 030||https://www.ecouteviolencesconjugales.be||fr|news.belgium.be ecouteviolencesconjugales.be
BE|poison|Centre Antipoisons|070 245 245||https://www.centreantipoisons.be||fr nl|centreantipoisons.be rtbf.be
BE|emergency|Emergency|112||||fr nl de|b c
ES|suicide|Línea 024|024||https://www.sanidad.gob.es/linea024||es|b c d
ES|suicide|Teléfono de la Esperanza|717 003 717||https://telefonodelaesperanza.org||es|b c
ES|abuse|016|016|WhatsApp 600 000 016|||es en fr de pt it zh|d cadenaser.com
ES|poison|Servicio de Información Toxicológica|91 562 04 20||||es|laregion.es albertolopez96.blogspot.com
ES|emergency|Emergencias|112||||es en|b c d
PT|suicide|SNS 24, apoio psicológico|808 24 24 24||https://www.sns24.gov.pt|24/7, opção 4|pt|b c d
PT|abuse|Informação a Vítimas de Violência Doméstica|800 202 148||||pt|cig.gov.pt portugal.gov.pt
PT|minors|SOS Criança|116 111||https://iacrianca.pt||pt|protecaocivil.sintra.pt fiercewireless.com
PT|poison|CIAV|800 250 250||||pt|radioavfm.net siam-it.com
PT|emergency|Emergência|112||||pt en|b c d
BR|suicide|CVV|188||https://www.cvv.org.br||pt|b c d
BR|abuse|Central de Atendimento à Mulher|180||||pt|d gov.br
BR|minors|Disque 100|100||||pt|gov.br correiodolitoralrs.com.br
BR|emergency|SAMU|192||||pt|b c d
IT|suicide|Telefono Amico Italia|02 2327 2327||https://www.telefonoamico.it|9:00–24:00|it|b c
IT|abuse|1522 Antiviolenza e stalking|1522||https://www.1522.eu||it en fr es|ansa.it tg24.sky.it
IT|minors|Telefono Azzurro|19696||https://azzurro.it||it|luccaindiretta.it lasicilia.it
IT|emergency|Emergenza|112||||it en|b c
MX|suicide|Línea de la Vida|800 911 2000||https://www.gob.mx/conasama||es|b c d
MX|emergency|Emergencias|911||||es|b c d
AR|suicide|Centro de Asistencia al Suicida, Buenos Aires|135||https://www.asistenciaalsuicida.org.ar|8:00–24:00|es|b d
AR|suicide|Centro de Asistencia al Suicida, todo el país|0800 345 1435||https://www.asistenciaalsuicida.org.ar|8:00–24:00|es|b d
AR|abuse|Línea 144|144||||es|d radionacional.com.ar
AR|minors|Línea 102|102||||es|hogarmarialuisa.org diariodecuyo.com.ar
AR|emergency|Emergencias|911||||es|b c d
NL|suicide|113 Zelfmoordpreventie|0800 0113||https://www.113.nl||nl|b c e
NL|abuse|Veilig Thuis|0800 2000||https://veiligthuis.nl||nl|e scherpenzeel.nl
NL|emergency|Emergency|112||||nl en|b c e
IN|suicide|Tele-MANAS|14416||https://telemanas.mohfw.gov.in||en hi|b c
IN|abuse|Women Helpline|181||||en hi|hercircle.in visitnilgiris.org
IN|minors|Childline India|1098||||en hi|enewsx.com visitnilgiris.org
IN|emergency|Emergency|112||||en hi|b c
JP|suicide|#いのちSOS|0120-061-338||||ja|a e
JP|suicide|よりそいホットライン|0120-279-338||||ja en zh|a b c e
JP|abuse|DV相談＋|0120-279-889||https://soudanplus.jp||ja en zh es pt|e pref.miyagi.jp
JP|minors|児童相談所虐待対応ダイヤル|189||||ja|pref.miyagi.jp kotobank.jp
JP|emergency|救急|119||||ja|a b c e
CN|suicide|全国统一心理援助热线|12356|||每天至少18小时|zh|a e
CN|emergency|急救|120||||zh|a jzxian.com
CN|emergency|报警|110||||zh|a jzxian.com
TW|suicide|安心專線|1925||||zh|e udn.com
TW|suicide|生命線|1995||||zh|e udn.com
TW|abuse|保護專線|113||||zh|e udn.com
TW|emergency|救護|119||||zh|e wiwikim.kfd.me
HK|suicide|香港撒瑪利亞防止自殺會|2389 2222||https://sbhk.org.hk||zh|b c e
HK|suicide|The Samaritans Hong Kong|2896 0000||https://samaritans.org.hk||en zh|c e
HK|abuse|向晴熱線|18288||||zh|e am730.com.hk
HK|emergency|Emergency|999||||zh en|b e
SG|suicide|Samaritans of Singapore|1767|WhatsApp 9151 1767|https://www.sos.org.sg||en|a b c e
SG|emergency|Ambulance|995||||en zh|a c e
ZA|suicide|SADAG Suicide Crisis Line|0800 567 567||https://www.sadag.org||en|b c
ZA|abuse|Gender-Based Violence Command Centre|0800 428 428||https://gbv.org.za||en|gbv.org.za allafrica.com
ZA|minors|Childline South Africa|116||https://www.childlinesa.org.za||en|vukuzenzele.gov.za thesouthafrican.com
ZA|emergency|Emergency|112||||en|b c
`

function present<Key extends string>(key: Key, value: string): { [name in Key]?: string } {
  return value === '' ? {} : ({ [key]: value } as { [name in Key]?: string })
}

function toHotline(line: string): Hotline {
  const [
    region = '',
    topic = '',
    name = '',
    phone = '',
    text = '',
    url = '',
    hours = '',
    spoken = '',
    named = '',
  ] = line.split('|')
  const found: Source[] = named.split(' ').flatMap((id) => sources[id] ?? [])
  const newest = found.map((source) => source.checked_at).sort()
  return {
    region,
    name,
    ...present('phone', phone),
    ...present('text', text),
    ...present('url', url),
    hours: hours === '' ? '24/7' : hours,
    languages: spoken.split(' '),
    topics: [topic as Topic],
    sources: found,
    checked_at: newest.at(-2) ?? null,
  }
}

/** All services known, in the order in which they are shown within a region. */
export const hotlines: readonly Hotline[] = table.trim().split('\n').map(toHotline)
