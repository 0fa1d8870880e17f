import type { Views } from './views.ts'

/** For a heavy thought that is not distorted: sadness, worry and anger with a reason. */
export const general: Views = {
  evidence: [
    'What do you know for sure about {it}, and what is still open? Two short lists are enough.',
    'Name the hardest piece of {it} in one sentence. The rest may turn out to be lighter than it looks in a heap.',
    'Has there been a moment since {it} when it was a little easier? What was different then?',
    'What about {it} can be changed this week, and what can only be felt for now?',
    'Say what happened with {it} in plain words, as you would to someone who was not there. What stands out?',
    'Which part of {it} belongs to today, and which part to a day that is over or has not come?',
  ],
  distance: [
    'This is how {it} looks from the middle of it. There is an edge somewhere, even if you cannot see it from here.',
    'Imagine telling someone about {it} a year from now. Which detail would you keep?',
    'If a friend came to you with {it}, you would not hurry them. You would put the kettle on.',
    'Heavy days make the road look longer. The road around {it} is as long as it was yesterday.',
    'Picture yourself sitting beside you, a little to the side. What does that one see about {it}?',
    'Feelings of this size come, stay a while and change. {It} will be looked at by calmer eyes as well.',
  ],
  kindness: [
    'It makes sense that {it} weighs on you. Nothing needs to be fixed in this minute.',
    'You are allowed to be sad, cross or tired about {it} without a good enough reason.',
    'Be with {it} the way you would sit with someone you love: near, quiet, and in no hurry.',
    'Something in you is asking for care because of {it}. What would be a small way to answer?',
    'You have come through this day with {it} on your back. It is fair to put it down for the night.',
    'You do not have to be brave about {it}. Being honest about it is plenty.',
  ],
}
