import type { Views } from './views.ts'

export const allOrNothing: Views = {
  evidence: [
    'This thought has two drawers, perfect and worthless, and puts {it} in one of them. What would the drawer between hold? Name one thing about {it} that was neither.',
    'Give {it} a number from 0 to 100 instead of a verdict. If it is anything but 0, the number knows something the thought leaves out.',
    'The thought leans on {lean}. Which part of {it} did go the way you wanted, even a small part?',
    'One piece of {it} went wrong, and the thought counts the piece as the whole. List the other pieces as well, in plain words.',
    'If {it} really were a total loss, nothing in it could be used again. What could you still use?',
    'Look at {it} the way an accountant would: what is lost, what is left, what is still open? Three columns are usually fuller than two.',
  ],
  distance: [
    'A month from now, {it} will most likely be a middling memory with one sore spot. The sore spot is loud today because it is fresh.',
    'If someone who knows nothing about you watched {it} on film, they would see a mixed scene, not a pass or a fail.',
    'Most things people finish look, halfway through, a lot like {it} looks now.',
    'Think of someone whose work you respect. They have had a version of {it} that was half good, and they kept that half.',
    'Rules with only two outcomes are easy to remember and hard to live in. {It} happens to be one day in a long row of them.',
    'Step back until {it} is the size of a postage stamp. What is on the rest of the page?',
  ],
  kindness: [
    'You set the bar for {it} high because it matters to you. It can matter and still be allowed to be uneven.',
    'It stings when {it} does not come out whole. You do not have to throw the rest away to prove that you noticed.',
    'If a friend showed you {it} and said it was all for nothing, you would point at the part you liked. That part is yours as well.',
    'Doing some of it on a hard day counts as doing some of it. Nobody needs to give you permission for that.',
    'You can be disappointed with {it} and still be on your own side.',
    'Half is allowed today. You may come back to {it} with more, or leave it at half.',
  ],
}
