import { abuse } from './abuse.ts'
import { bystander } from './bystander.ts'
import { eatingDisorder } from './eating-disorder.ts'
import { generated } from './generated.ts'
import { harmToOthers } from './harm-to-others.ts'
import { createMatcher } from './matcher.ts'
import { minorAtRisk } from './minor.ts'
import { overdose } from './overdose.ts'
import type { RuleSet } from './rule.ts'
import { selfHarm } from './self-harm.ts'
import { signs } from './signs.ts'
import { suicideDe } from './suicide/de.ts'
import { suicideEn } from './suicide/en.ts'
import { suicideEs } from './suicide/es.ts'
import { suicideFr } from './suicide/fr.ts'
import { suicideIt } from './suicide/it.ts'
import { suicidePt } from './suicide/pt.ts'
import { suicideZh } from './suicide/zh.ts'
import { unspokenDe } from './unspoken/de.ts'
import { briefEn } from './unspoken/en-brief.ts'
import { unspokenEn } from './unspoken/en.ts'
import { unspokenEs } from './unspoken/es.ts'
import { unspokenFr } from './unspoken/fr.ts'
import { unspokenIt } from './unspoken/it.ts'
import { unspokenPt } from './unspoken/pt.ts'
import { unspokenZh } from './unspoken/zh.ts'

export const writtenRules: readonly RuleSet[] = [
  suicideEn,
  suicideEs,
  suicideFr,
  suicideDe,
  suicidePt,
  suicideIt,
  suicideZh,
  ...selfHarm,
  ...overdose,
  ...abuse,
  ...harmToOthers,
  ...eatingDisorder,
  ...minorAtRisk,
  ...bystander,
  unspokenEn,
  briefEn,
  unspokenEs,
  unspokenFr,
  unspokenDe,
  unspokenPt,
  unspokenIt,
  unspokenZh,
  ...signs,
]

export const writtenMatcher = createMatcher(writtenRules)
export const generatedMatcher = createMatcher(generated)
