import type { Views } from './views.ts'

export const overgeneralization: Views = {
  evidence: [
    'This thought leans on {lean}. Think of one time around {it} when it was not so; one is enough to make the word too big.',
    'How many times, counted on fingers, is it really? Write down the number for {it}, and then the times it went otherwise.',
    'Something happened with {it}, and the thought turned it into a rule. What exactly happened this time, without {lean}?',
    'Say it again with "this time" in place of {lean}. Does the sentence about {it} still hurt, and is it closer to what you know?',
    'A rule needs more than the days that hurt. Which days with {it} did not make it into the count?',
    'What you know for certain about {it} fits into one sentence with a date in it. Try to write that sentence.',
  ],
  distance: [
    'A pattern feels like a law from the inside. Someone next to you would see a rough patch around {it}, with a beginning.',
    'Memory keeps the times that went wrong near the door. The quiet ones about {it} are further back, but they are there.',
    'If a stranger told you this about {it}, you would probably ask: since when, and how often?',
    'In a year you may tell the story of {it} with the word "then" in it: that was then.',
    'The thought speaks about all your days; {it} belongs to some of them.',
    'Weather reports say "today". For {it}, today is a fair size as well.',
  ],
  kindness: [
    'When something hurts again, {lean} is the word that comes. It makes sense that you are tired of it with {it}.',
    'You have met this disappointment before, and here it is again with {it}. It is all right to be weary without making it a law.',
    'What you wanted from {it} was not too much to want. It did not come this time.',
    'You keep trying, or {it} would not be able to hurt you. That deserves a softer word than {lean}.',
    'Let {it} be one sore thing. You do not have to carry all the earlier ones in the same hand.',
    'If a friend said {lean} about {it}, you would hear how worn out they are before you argued. Hear that in yourself first.',
  ],
}
