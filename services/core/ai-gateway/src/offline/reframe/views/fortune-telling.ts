import type { Views } from './views.ts'

export const fortuneTelling: Views = {
  evidence: [
    'This thought speaks about {it} as if it were already over. What do you know today, and what is still open?',
    'Out of ten times that you feared something like {it}, how many went exactly that way? Let that number have a say.',
    'What would have to happen, step by step, for {it} to end like this? Which of the steps is not certain at all?',
    'Write down three endings for {it}: the feared one, a dull one, a decent one. Which is the likeliest if you had to bet?',
    'Something in you is sure about {it}. What would you accept as a sign that it could go another way?',
    'Name one thing about {it} that you can still influence before it comes. The forecast does not know about that yet.',
  ],
  distance: [
    'A forecast made on a low day is usually lower than the day it describes. {It} will be met by another version of you.',
    'A year from now there will be a sentence about {it} that you cannot write yet.',
    'If a friend were this sure about {it}, you would hear the fear before you believed the prophecy.',
    'The mind is trying to spare you a surprise by telling you the worst about {it} early. It is a warning, not a report.',
    'Think back to something you dreaded as much as {it}. How did it go, in two sentences?',
    'The story of {it} has one chapter so far. The thought has jumped to the last page.',
  ],
  kindness: [
    'It is hard to walk towards {it} with this in your ear. You may be afraid and still take the next step, a small one.',
    'You do not need to be certain that {it} goes well. It is enough to give it a fair chance.',
    'Whatever comes of {it}, you will not have to meet it all at once. Today only asks for today.',
    'Be on your own side here: the part of you that fears {it} wants comfort more than a verdict.',
    'If {it} does go badly, you will be sad and then you will be looked after, by yourself to begin with.',
    'Hoping for something about {it} makes you open to being hurt. It is a brave thing, even when it shakes.',
  ],
}
