import type { Views } from './views.ts'

export const shouldStatements: Views = {
  evidence: [
    'The thought leans on {lean}. Whose rule is it, and who would agree that it holds for {it} without exception?',
    'Try "I would like" in place of {lean}. What is left of the sentence about {it}, and is it easier to act on?',
    'When this rule about {it} is broken, what really happens? And what only happens inside?',
    'What did you know, and how much strength did you have, at the moment of {it}? The rule was written with more of both.',
    'Does the rule about {it} help you to do it, or mostly to feel bad about it? What has it got done so far?',
    'Which people you respect do not live up to this rule about {it}? Does it make you respect them less?',
  ],
  distance: [
    'Rules like this are often older than you. Someone once needed it for {it}; you may ask whether it still fits.',
    'Imagine the rule as a sign on a wall. Would you hang it over the desk of a friend who is struggling with {it}?',
    'In ten years you will probably not wish you had scolded yourself harder about {it}.',
    'From outside there is a person with {it} and a certain amount of time and strength. The {lean} is invisible.',
    'A preference bends with the weather; a rule breaks. {It} could do with a preference.',
    'Think of a place or a family where nobody has heard of this rule. How would {it} look there?',
  ],
  kindness: [
    'There is something you care about under that {lean}. You can keep the care and put down the whip.',
    'You are allowed to find {it} hard. Finding it hard breaks no law.',
    'You did {it} with what you had then. Looking back with what you have now is not a fair match.',
    'Speak to yourself about {it} as you would to someone you were training: clear, and on their side.',
    'Feelings do not come on command. What you feel about {it} may be what it is today.',
    'Let the sentence be smaller: it would be nice, and I am tired, and I will see.',
  ],
}
