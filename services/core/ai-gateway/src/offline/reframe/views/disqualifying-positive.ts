import type { Views } from './views.ts'

export const disqualifyingPositive: Views = {
  evidence: [
    'Something good happened with {it}, and the thought has a reason why it should not count. Would you accept that reason if the result had been bad?',
    'Even if chance or kindness played a part in {it}, what part was yours? Name one thing you actually did.',
    'If {it} truly meant nothing, there would be nothing to explain away. What would change if it counted a tenth?',
    'Leave the "but" out for a moment and say only what happened with {it}. Does the sentence stand?',
    'How would you check whether {who} meant it? The thought has decided about {it} without looking.',
    'Things with luck in them usually need someone who turned up. For {it}, that was you.',
  ],
  distance: [
    'If a colleague told you about {it} in these words, you would hear how quickly the good part was put away.',
    'Some people put praise in a drawer they never open. {It} can lie on the table for a day, without any decision.',
    'In five years you might look at {it} and wonder why it was so hard to believe at the time.',
    'A scale that only weighs what goes wrong will always tip the same way. Put {it} on the other side once, just to see.',
    'Seen from outside there is an act, a result, and a person who did it. The discount on {it} comes afterwards.',
    'Nobody else is doing the sum that takes {it} away. It is only being done in here.',
  ],
  kindness: [
    'It can feel safer not to believe in {it}, so that nobody can take it back. You may hold it loosely and still hold it.',
    'You do not have to be proud of {it}. You could simply not argue with it today.',
    'Taking in something good can be uncomfortable. Let {it} sit next to the doubt; there is room for both.',
    'If someone you love had done this, you would not ask {it} for papers. You may let it through as well.',
    'What you put into {it} took something out of you. It is fair to let a little come back.',
    'A plain "thank you" is enough for {it}. Nothing has to follow from it.',
  ],
}
