import type { RuleSet } from '../rule.ts'

/** Said in so few words that an ordinary meaning is as near: a bare word, a jump, an end, a goodbye. */
export const briefEn: RuleSet = {
  language: 'en',
  family: 'suicide',
  rules: {
    bare_word: {
      severity: 'thoughts',
      ambiguous: true,
      whole: true,
      match: `
        (suicide|suicidal|kms|unalive|ctb|iwtd|die|sewerslide) [suicide|suicidal|thoughts|please|now|kms|die|help|tonight]
        (death|dying) please
        [i|just] (cant live|cannot live|end it|cant do life)
        i want to be no more
        my life is [already|just|really] over
        i attempted [suicide|again] (last night|yesterday|again|today|this morning)
        (i|im|ive|am|so|feeling|feel|very|really) [am|feel|just] (suicide|suicidal|kms)
        [i|just] [really] (want to|wanna|want|need) (rope|out)`,
    },
    about_to_jump: {
      severity: 'intent',
      ambiguous: true,
      whole: true,
      match: `
        [and|so] (i|im|ill) [am|was|ll|just|really|so|have] [just|really|almost|nearly] (going to|gonna|want to|wanna|about to|will|must|have to|need to|could|should|might|think about|thinking about|thought about|feel like|keep thinking about|almost|nearly|ready to|ll) [just|really|finally] (jump|jumping|jumped) [now|tonight|today|soon|off|down|tomorrow|from here|from this|from up here]
        (im|ill|i will) [really] jump [now|tonight|today]
        (jumping|jump) (now|tonight|today)`,
    },
    jump_in_company: {
      severity: 'intent',
      ambiguous: true,
      match:
        '(going to|gonna|want to|wanna|about to|will|ill|should|ready to|almost|nearly) ~1 (jump|jumped)',
      needs:
        '(goodbye|good bye|sorry (everyone|mom|mum|for everything)|want to die|wanna die|cant (do this|take this|take it|go on|live) ~1|bridge|rooftop|ledge|balcony|10th floor|no one will miss|nobody will miss|end it|hate my life|forgive me)',
      unless:
        '(bungee|parachute|pool|lake|river|sea|water|rope|queue|call|shower|train home|ship|conclusion*|scare|scared me|joy|puddle*|trampoline|horse|gun|car and|bandwagon|in to|into (a|the|my|bed)|skin|on (a|the|it|that)|video|photo*|sofa|bed)',
      ignore: ['past'],
    },
    end_it: {
      severity: 'thoughts',
      ambiguous: true,
      alone: true,
      match: `
        (want to|wanna|going to|gonna|will|ill|decided to|feel like|thinking about|have to|ready to|about to|need to|should|might|think about) [just|really|finally|simply] (end it|ending it|end everything|ending everything|end this all)
        (going to|gonna|will) (die|be dead) (tonight|today|tomorrow)
        (going to|gonna|will) do it ~1 i am going to die
        want ((everything|it all|all this|all of it) to (stop|end|be over)|[just] peace and ~1 be gone)
        (let me|just) end it`,
      unless:
        '(relationship|him|her|them|marriage|meeting|contract|call|story|book|war|project|friendship|chapter|affair|game|stream|with|blog|channel|subscription|lease|argument|fight|speech|song|there|here|season|series|poem|letter|lol|haha|homework|work|laundry|dishes|essay|gym|laugh*|leg day|date|thing)',
    },
    life_without_worth: {
      severity: 'thoughts',
      ambiguous: true,
      alone: true,
      match: `
        life ~3 (is|feels|seems|has|has become|became|got) ~2 (meaningless|worthless|pointless|no meaning|no purpose|no value|no sense|unbearable|useless|senseless|not worth it)
        nothing ~1 (keeps|keeping|holds) me here
        (feel like|felt like) (dying|death)
        (cant|cannot|can not) live ~1 (anymore|like this|with myself|with this pain|without (him|her|them))
        (done|finished|through) with (this|my) life
        (lost|losing) (all|my|every|any) hope
        (only|see) one way out
        (wish|wished) [that] i (wasnt|werent|was not) here
        i should be gone`,
      unless:
        '(lol|haha*|admin|insurance|coffee|wifi|internet|job|city|town|company|flat|apartment|house|mess|noise|roommate|flu|sick|fever|cold|hungover|hangover|cramps|workout|run|running|gym|heat|period|migraine|embarrass*|maze|room|building|village|traffic|exit|garage|party|meeting|class|holiday|movie|film|series|band|team|game|season|dog|cat|phone|move|moving|berlin|spain|country|spreadsheet|office|school trip|chocolate|cheese|single|meat|sugar)',
      ignore: ['negation'],
    },
    kill_me: {
      severity: 'wish',
      ambiguous: true,
      alone: true,
      match: `
        (please|someone|somebody|anyone|can you|can someone|will someone|want you to) [please|just|can|come|and|somebody|someone] kill me
        can i [please|just|finally] die
        (god|lord|jesus|allah) [please|just|can you] take me
        (pray|praying|hope|wish|prayed) ~1 (god|the lord|jesus|allah) (takes|take|would take|will take|took) me
        (not|no longer|dont|never) ~2 (afraid|scared|fear) ~1 (to die|of dying|of death|die|death)`,
      unless:
        '(lol|haha*|lmao|monday|homework|meeting|coffee|exam|traffic|boss|cringe|embarrass*|game|level|creative mode|minecraft|lobby|work|spreadsheet|alarm|to the|home|with you|boredom|bored|mosquito*|hot|heat|weather|queue|class|song|old|ninety|eighty|faith|philosoph*|bible)',
      ignore: ['negation'],
    },
    leaving_for_good: {
      severity: 'intent',
      ambiguous: true,
      alone: true,
      match: `
        (wont|will never|will not|never) ~1 (see|hear from) me ~1 again
        (last|final) time ~1 (you|you all|anyone|anybody) ~1 (hear|hears|see|sees) (from me|me)
        this is goodbye
        [soon|tomorrow|by tomorrow|tonight] (ill|i will|im going to|im gonna) [soon|all] be dead [soon|tomorrow|by tomorrow|tonight|by morning|then]
        (soon|tomorrow|tonight) (ill|i will) be gone
        (i will|ill) be gone (soon|tomorrow|forever|for good)
        (this|tonight) (is|will be) my last (night|evening)
        (said|saying|say) ~1 (my goodbyes|goodbye to (everyone|everybody|them all|the world|all))
        (when|once|after) (im|i am) gone ~2 (please|they|you|everyone|take|will|look|someone)
        (sorry|care|look after) ~4 (when|once|after) (im|i am) gone
        (put|putting|got|getting|set) ~2 affairs in order
        (gave|giving|given|give) ~1 away ~2 (all|everything) ~1 (my|i own|i have) ~1 [things|stuff|belongings|possessions|clothes|books]
        (giving|gave|given|give) ~2 (things|stuff|belongings|everything|possessions) away
        (gave|given|giving) away my ~1 (cat|dog|cats|dogs|pet|pets|rabbit|bird|birds)`,
      unless:
        '(restaurant|hotel|shop|gym|place|town|class|job|club|company|holiday|weekend|trip|vacation|week|weeks|days|month|months|work|airport|colleagues|party|school|team|train|funeral|lawyer|tax|my will|retire*|notary|here|shift|city|camp|london|paris|(in|at) (the|a|this|my|our|that|your)|as a|house|bus|allerg*|charity|move|moved|moving|declutter*|downsiz*|jumble|baby|old|mum finds|mom finds|dad finds|parents|boss|marathon|workout|leg day|hangover|exam|tired|tree|litter|bed)',
      ignore: ['negation', 'past', 'person'],
    },
    settled: {
      severity: 'intent',
      ambiguous: true,
      alone: true,
      match:
        '(everything|it|all) ~1 (is|has been) ~1 (settled|arranged|taken care of|in order|prepared|done) ~1 (i can|im|i am|and i|so i)',
      needs:
        '((i can|can finally) (go|leave|rest) ~1|(im|i am) ~1 (ready|free|at peace)|goodbye|(gave|given) away)',
      unless:
        '(move|moving|trip|flight|fly|pack*|suitcase|holiday|party|exam|interview|meeting|wedding|visa|train|start|home|friday|launch|journey|school|work)',
    },
  },
}
