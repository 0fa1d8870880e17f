import type { Views } from './views.ts'

export const emotionalReasoning: Views = {
  evidence: [
    'The feeling is real. What it claims about {it} is a second thing; what besides the feeling speaks for it?',
    'If the feeling were gone for an hour, what would you still know about {it}?',
    'Try the sentence in two parts: "I feel this" and "it is so". Which facts about {it} belong to the second part?',
    'Have you felt this strongly before and found that things stood differently? That belongs on the table next to {it}.',
    'A feeling tells you that something matters. It does not say what is true about {it}. What would you look at to find out?',
    'Someone calm, with the same facts about {it}: what would they conclude, and what would they leave open?',
  ],
  distance: [
    'Feelings are like weather over a landscape. The landscape around {it} looks different in another light and has not moved.',
    'By tomorrow evening this feeling will have another shape. {It} can be judged then.',
    'A smoke detector is honest, and it cannot tell burnt toast from a fire. What is {it}, when you go and look?',
    'If a friend said "I feel it, so it is so" about {it}, you would believe the first half at once.',
    'This wave has a height and a length. The question about {it} can wait until you stand on the beach again.',
    'Think of the last time a feeling was this sure. Where is that certainty now?',
  ],
  kindness: [
    'You do not have to argue with what you feel about {it}. It may simply be there, and not be in charge.',
    'It is hard to feel this way. It asks for company first and for conclusions about {it} later.',
    'Say to yourself what you would say to a child who is scared: I see it, and I am here. {It} can stay undecided.',
    'A feeling this heavy usually has a need under it. What would help you a little, whatever is true of {it}?',
    'You can be gentle with the feeling and slow with the verdict.',
    'There is nothing wrong with you for feeling this. It does not make you what it says.',
  ],
}
