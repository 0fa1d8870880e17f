import type { Views } from './views.ts'

export const personalization: Views = {
  evidence: [
    'Draw a circle for {it} and cut it into slices: you, other people, chance, timing, things nobody knew. How big is your slice really?',
    'What did {who} decide in this? A share of {it} lies where those decisions were made.',
    'Which part of {it} was in your hands, and which part never was? Write one of each.',
    'Did you want it to go this way? Having had a part in {it} is not the same as having caused it.',
    'If you had done the thing differently, is it certain that {it} would have gone well? What else had to happen?',
    'What did you know at the time about {it}? Only that can be held against you, and maybe not even that.',
  ],
  distance: [
    'From a distance, {it} has many threads. You are holding one of them, and from close up it looks like the rope.',
    'If a friend took the blame for {it}, you would probably start listing all the others who were there.',
    'Taking it on yourself makes {it} feel less like chance, and chance is frightening. It may still have been chance.',
    'Other people have bad moods, illnesses and plans that started long before you came into the room.',
    'In a few years {who} will tell the story of {it} with many characters in it.',
    'A stage has a lot of people behind it. The thought has put the light on you alone.',
  ],
  kindness: [
    'You feel responsible because you care about {who}. You can keep the care and set down the part that is not yours.',
    'If there is something to make good about {it}, one honest sentence is enough. Punishing yourself repairs nothing.',
    'It is heavy to carry {it} for everybody. Put it down for the length of a breath and see who else is in the room.',
    'You wished it had gone better. That wish is on your side, not against you.',
    'Grief and guilt like to sit on the same chair. What you feel about {it} may mostly be sadness.',
    'You are allowed to have been one person with one pair of hands.',
  ],
}
