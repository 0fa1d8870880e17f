import type { RuleSet } from './rule.ts'

const all = ['negation', 'past', 'reported', 'person'] as const

/** What text written for a person must never hold: self-harm talk, methods, a diagnosis, advice on medicines. */
export const generated: readonly RuleSet[] = [
  {
    language: 'en',
    family: 'generated',
    rules: {
      self_harm_talk: {
        match: `
          (suicide|suicidal|kill yourself|killing yourself|end your life|ending your life|take your own life|hurt yourself|harm yourself|cut yourself|self harm|better off dead|want to die|wanting to die|hang yourself|overdose|overdosing)`,
        ignore: all,
      },
      method: {
        match: `
          (lethal|fatal|deadly) (dose|amount|quantity)
          (tie|make) a noose
          (take|swallow) (all|a handful of|the whole) ~3 ({pills}|bottle)
          (painless|quick|easiest) way to die`,
        ignore: all,
      },
      diagnosis: {
        match: `
          (you|u) ~2 (have|suffer from|are suffering from|show signs of|have got|clearly have|probably have|might have|may have|seem to have|meet the criteria for|likely have|exhibit) ~3 (depression|anxiety disorder|bipolar|bpd|borderline|ptsd|adhd|ocd|autism|schizophrenia|psychosis|an eating disorder|anorexia|bulimia|major depressive|clinical depression|a personality disorder|a disorder|mental illness|a mental disorder|panic disorder|dissociative|narcissis*)
          (you are|youre|you re) ~2 (bipolar|depressed clinically|clinically depressed|borderline|autistic|schizophrenic|psychotic|anorexic|bulimic|a narcissist|mentally ill)
          (this|it|that) ~1 (sounds like|looks like|is|could be|may be|suggests|indicates|points to) ~3 (clinical depression|depression disorder|bipolar disorder|borderline personality|ptsd|adhd|ocd|anxiety disorder|a depressive episode|psychosis|schizophrenia|major depression|panic disorder|depressive disorder)
          (diagnose|diagnosis|diagnosed) ~3 (you|is|with|of)`,
        ignore: all,
      },
      medication: {
        match: `
          (take|taking|stop taking|start taking|try|increase|reduce|double|skip|lower|raise|consider|quit|come off|wean off|adjust) ~3 (medication|meds|dose|dosage|antidepressant|antidepressants|ssri|ssris|pills|tablets|xanax|prozac|zoloft|sertraline|fluoxetine|lithium|valium|diazepam|melatonin|ibuprofen|paracetamol|sleeping pills|benzodiazepine*|ritalin|adderall|lexapro|escitalopram|cbd)
          # (mg|milligrams) ~3
          you (dont|do not) need (your|the) (meds|medication|pills|tablets)`,
        ignore: all,
      },
    },
  },
  {
    language: 'es',
    family: 'generated',
    rules: {
      self_harm_talk: {
        match:
          '(suicidio|suicidarte|matarte|quitarte la vida|hacerte daño|autolesion|autolesiones|sobredosis|cortarte)',
        ignore: all,
      },
      diagnosis: {
        match: `
          (tienes|sufres|padeces|podrias tener|parece que tienes|probablemente tienes) ~2 (depresion|ansiedad generalizada|trastorno|bipolar|bipolaridad|tept|tdah|toc|anorexia|bulimia|esquizofrenia)
          eres (bipolar|depresivo|depresiva|borderline|esquizofrenico)
          (diagnostico|te diagnostico)`,
        ignore: all,
      },
      medication: {
        match: `
          (toma|tomar|deja de tomar|prueba|aumenta|reduce|duplica|suspende) ~3 (medicacion|medicamento|medicamentos|dosis|antidepresivos|pastillas|ansioliticos|sertralina|fluoxetina|melatonina|ibuprofeno)
          # mg`,
        ignore: all,
      },
    },
  },
  {
    language: 'fr',
    family: 'generated',
    rules: {
      self_harm_talk: {
        match:
          '(suicide|te suicider|te tuer|vous tuer|mettre fin a tes jours|te faire du mal|automutilation|overdose|surdose)',
        ignore: all,
      },
      diagnosis: {
        match: `
          (tu as|vous avez|tu souffres de|vous souffrez de|tu sembles avoir|tu as probablement) ~2 (depression|trouble|un trouble|bipolaire|tspt|tdah|toc|anorexie|boulimie|schizophrenie)
          (tu es|vous etes) (bipolaire|depressif|depressive|borderline|schizophrene)
          diagnostic ~3`,
        ignore: all,
      },
      medication: {
        match: `
          (prends|prenez|prendre|arrete|arretez|essaie|augmente|reduis|double) ~3 (medicament|medicaments|traitement|dose|antidepresseurs|comprimes|anxiolytiques|sertraline|fluoxetine|melatonine)
          # mg`,
        ignore: all,
      },
    },
  },
  {
    language: 'de',
    family: 'generated',
    rules: {
      self_harm_talk: {
        match:
          '(suizid*|selbstmord*|dich umbringen|dir das leben nehmen|dich verletzen|selbstverletz*|überdosis|dich ritzen)',
        ignore: all,
      },
      diagnosis: {
        match: `
          (du hast|sie haben|du leidest an|sie leiden an|du scheinst|du hast wohl) ~3 (depression|depressionen|eine störung|angststörung|ptbs|adhs|zwangsstörung|magersucht|bulimie|schizophrenie|persönlichkeitsstörung|bipolare)
          (du bist|sie sind) ~1 (bipolar|depressiv|manisch|borderliner|borderlinerin|schizophren)
          (diagnose) ~3`,
        ignore: all,
      },
      medication: {
        match: `
          (nimm|nehmen sie|nehme|setz|setze|erhöhe|reduziere|probiere|verdopple) ~4 (medikament|medikamente|dosis|antidepressiva|tabletten|beruhigungsmittel|sertralin|fluoxetin|melatonin|ab deine medikamente)
          # mg`,
        ignore: all,
      },
    },
  },
  {
    language: 'pt',
    family: 'generated',
    rules: {
      self_harm_talk: {
        match:
          '(suicídio|suicidar|se matar|te matar|tirar a sua vida|tirar sua vida|se machucar|automutilação|overdose|se cortar)',
        ignore: all,
      },
      diagnosis: {
        match: `
          (você tem|tu tens|você sofre de|você parece ter|provavelmente tem) ~2 (depressão|transtorno|ansiedade generalizada|bipolaridade|tept|tdah|toc|anorexia|bulimia|esquizofrenia)
          você é (bipolar|depressivo|depressiva|borderline|esquizofrênico)
          diagnóstico ~3`,
        ignore: all,
      },
      medication: {
        match: `
          (tome|tomar|pare de tomar|experimente|aumente|reduza|dobre|suspenda) ~3 (remédio|remédios|medicação|medicamento|dose|antidepressivos|comprimidos|calmante|sertralina|fluoxetina|melatonina)
          # mg`,
        ignore: all,
      },
    },
  },
  {
    language: 'it',
    family: 'generated',
    rules: {
      self_harm_talk: {
        match:
          '(suicidio|suicidarti|ucciderti|ammazzarti|toglierti la vita|farti del male|autolesionismo|overdose|tagliarti)',
        ignore: all,
      },
      diagnosis: {
        match: `
          (hai|soffri di|sembra che tu abbia|probabilmente hai) ~2 (depressione|un disturbo|disturbo|ansia generalizzata|bipolarismo|ptsd|adhd|doc|anoressia|bulimia|schizofrenia)
          sei (bipolare|depresso|depressa|borderline|schizofrenico)
          diagnosi ~3`,
        ignore: all,
      },
      medication: {
        match: `
          (prendi|prendere|smetti di prendere|prova|aumenta|riduci|raddoppia|sospendi) ~3 (farmaco|farmaci|medicine|dose|antidepressivi|pastiglie|ansiolitici|sertralina|fluoxetina|melatonina)
          # mg`,
        ignore: all,
      },
    },
  },
  {
    language: 'zh',
    family: 'generated',
    rules: {
      self_harm_talk: { match: '(自杀|轻生|自残|自伤|伤害自己|结束生命|过量|去死)', ignore: all },
      diagnosis: {
        match: '(你|您) ~4 (抑郁症|焦虑症|双相|躁郁症|强迫症|精神分裂|人格障碍|厌食症|暴食症|创伤后应激)',
        ignore: all,
      },
      medication: {
        match: '(吃|服用|停|停用|增加|减少|加|试试) ~3 (药|药物|剂量|安眠药|抗抑郁药|褪黑素|舍曲林)',
        ignore: all,
      },
    },
  },
]
