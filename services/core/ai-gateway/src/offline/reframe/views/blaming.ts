import type { Views } from './views.ts'

export const blaming: Views = {
  evidence: [
    'Some of {it} may well lie with {who}. What is the rest made of? Give each part a share, in numbers.',
    'What did {who} do, exactly, and what happened after that? Between the two there may be a step that is yours to choose.',
    'If nothing about {who} ever changes, which part of {it} could still move?',
    'Write what happened in one sentence without "fault" in it. What do you want, now that it reads like that?',
    'Did {who} know what it would do to you? The answer changes what to ask for, even if it does not change the hurt.',
    'The thought leans on {lean}. What else was going on around {it} at the time?',
  ],
  distance: [
    'Seen from a hill there are you and {who}, with {it} in between, and two stories about it.',
    'Anger is good at finding the door and bad at finding the key. What would you like to be different about {it} in a month?',
    'If this were a friend and not you, you would be on their side, and you would also want them to get their evenings back.',
    'The past with {who} has an author. The next page about {it} can have another one.',
    'In some years this may be a story about what you did after {it}, more than about who started.',
    'It takes a while to see how much room a day can give to {who}. You may give a little less.',
  ],
  kindness: [
    'You were hurt, and being hurt by {who} deserves to be said plainly. It does not have to fill the whole of you.',
    'Your anger about {it} is standing guard over something. Ask it what, and thank it before you let it sit down.',
    'It is unfair to be left with the work after {it}. You may be angry about that and still do one thing for yourself.',
    'You do not have to forgive {who} to be allowed some peace tonight.',
    'What you needed from {who} was reasonable. You can start to give yourself a small part of it.',
    'You may stop arguing with {who} in your head for ten minutes. You will not lose the case.',
  ],
}
