import type { RuleSet } from '../rule.ts'

export const abuseEn: RuleSet = {
  language: 'en',
  family: 'abuse',
  rules: {
    hits: {
      severity: 'method',
      match: `
        (my|the) ~1 ({partner}|{parent}|boss|carer|caregiver|coach|teacher|pimp|son) ~3 (hits|hit|beats|beat|punches|punched|slaps|slapped|kicks|kicked|chokes|choked|strangles|strangled|shoves|shoved|pushed|throws|threw|dragged|burned|burnt|bit|whips|whipped|hurts|raped|rapes|molested|molests|assaulted|attacked|threatens|threatened|abuses|abused) ~1 (me|us|things at me|my head|at me|stuff at me|plates at me)
        (he|she|they) ~2 (hits|hit|beats|beat|punches|punched|slapped|slaps|kicked|kicks|choked|chokes|strangled|strangles|raped|rapes|molested|shoved|burned|dragged|grabbed) me ~3 (again|when|last|in the|in front|by|across|against|down|with|and|so|until|because|every|hard|if|tonight|yesterday|for|at)
        (he|she|they) ~2 (hit|hits|beat|beats|choked|strangled|raped|punched|slapped) me
        (hits|beats|chokes|punches|slaps|rapes|strangles) me
        (scared|afraid|terrified|frightened) ~1 (of|to go home to) my ({partner}|{parent})
        (scared|afraid|terrified|frightened) to (go|come|be) (home|alone with)
        (bruises|bruised|black eye|broken rib|split lip) ~6 (from him|from her|he gave me|she gave me|from my|he did|hide them|hide it|makeup|covered|cover)
        (takes|took|controls|hides|checks|tracks|reads) my (phone|money|passport|bank card|wages|salary|keys|location|messages) ~8 (scared|afraid|wont let|terrified|allow|permission|control|not allowed|threat*|hit|hits)
        (trapped|stuck) ~3 (with|by) (my abuser|my abusive|an abuser|a violent)
        my abuser
        (he|she|they|my ({partner}|{parent}|son|daughter|carer)) ~3 (held|holds|pinned|pins|slammed|slams|threw|throws|shoved|shoves|pushed|pushes|dragged|drags|grabbed|grabs|lifted|shook|shakes|choked|yanked) me ~1 (against|up against|down the|down stairs|to the (floor|ground|wall)|into the|onto the|onto|off the|by the (neck|throat|hair|wrist|wrists|arm|arms)|by my (neck|throat|hair|wrist|wrists|arm|arms)|across the|around)
        (threw|throws|thrown|chucked|chucks|hurled|hurls|flung|smashed|smashes|launched) ~4 (at me|at my (head|face|feet)|over my head|against my)
        (slaps|hits|beats|batters|belts|punches) us ~2 (about|around|when|if|with)
        (breaks|smashes|smashed) my (things|stuff|phone) ~6 (next time|will be me|be my|my arm|my face)
        abusive (husband|boyfriend|partner|wife|girlfriend|relationship|home|marriage|father|mother|dad|mum|mom|household)
        (locks|locked|shuts|shut) me (out|outside) ~4 (cold|snow|rain|night|shoes|coat|barefoot|all night)
        (he|she|they|my ({partner}|{parent}|son|daughter|carer)) ~1 (pinches|twists|slaps|spits on|spits at|kicks|scratches|burns|starves|chains|ties) (me|my (arm|wrist|hair|ear|face))
        and twists my (arm|wrist)
        (he|she) was on top of me
        (locks|locked) me (in|out|inside) [the|my] (room|house|basement|bathroom|bedroom|closet|cellar)
        domestic (violence|abuse)
        ({parent}|{partner}|daddy|teacher|coach|boss|son|brother|he|she|they|someone|somebody) ~1 (is|are|keeps|keep|was|were|has been|been|started|starts|wont stop|likes) ~1 (hitting|beating|punching|slapping|kicking|choking|strangling|hurting|abusing|raping|molesting|whipping|burning|stabbing) me
        ({parent}|{partner}) [just|always|often|also|sometimes] (hit|beat|punched|slapped|kicked|choked|strangled|whipped|raped|molested|burned|hurts|hurt) me
        ({parent}|{partner}|he|she|they) ~1 (broke|fractured|dislocated) my (arm|rib|ribs|nose|wrist|jaw|finger|fingers|leg|tooth|teeth|collarbone)
        ({parent}|{partner}|he|she) gave me (a|another|this|these|those) (black eye|bruise|bruises|split lip|concussion)
        my ~1 ({parent}|{partner}|son) [is|was|has been|gets|became|becomes] [very|so|really|always|often|getting] (violent|abusive)
        (beat|beats|beating|beaten) me up
        ({parent}|{partner}|he|she|they) ~1 (threaten|threatens|threatened|threatening|blackmails|blackmailed|blackmailing|stalks|stalking|stalked) me
        (threaten|threatens|threatened|threatening) to (hurt|beat|hit|rape|stab|burn|shoot|kill|strangle) me
        (sexually|physically) (harasses|harassed|harassing|abuses|abused|abusing) me
        (i|ive|im|am|got|getting) ~2 (abused|beaten up|beaten by (my|him|her|them|someone|a man)|hit at home|sexually harassed|being beaten|getting beaten|stalked|groomed|held captive|forced to marry|forced into marriage)
        (force|forcing|forces|forced|make|making|makes) ~2 me ~1 (to marry|marry|into marriage|into a marriage|to get married)
        (held|kept|keeps me|holding me|locked up) ~1 against my will
        (controls|control|takes|took) ~1 my (money|bank account|bank card|phone) ~4 (husband|partner|boyfriend|wife)
        (husband|partner|boyfriend|wife) ~2 controls my (money|phone|life|bank account)
        (not|dont|never|doesnt|do not|isnt) ~1 safe ~1 (at home|in my (home|house|own home)|with my ({partner}|{parent})|around my ({partner}|{parent})|for me at home)
        home is not [a] safe`,
      unless: `
        (at chess|chess|poker|scrabble|monopoly|tennis|table tennis|ping pong|badminton|pool|darts|mario kart|fifa|uno|game|games|cards|race|arm wrestling|squash|quiz|video game|racing|snooker|golf|swimming|wordle|padel|cycling|debates|home by|to work|to the (shower|bus|punch|top|bathroom|door)|sudoku|board games|catan|checkers)
        (hit|hits) me (that|up|with a (hug|joke|text|question|bill|memory|idea)|like a (train|truck|wave|brick)|hard that|then that|how|when i (realised|realized|read|saw|heard))
        (hope|wish|want|hoping|wishing) ~2 (bus|car|truck|train|lorry)
        (threw|throws) (a party|a surprise|a birthday|a baby shower|it at me playing)
        (song|film|movie|news|grief|book|wave|smell|realisation|realization|coffee|cold|heat|jet lag|ball|frisbee|snowball|pillow|pillow fight|boxing|sparring|judo|karate|krav maga|jiu jitsu|massage|physio)
        (kicks|kicked) me (under the table|off the sofa|out of bed|in my sleep|from inside)
        (saved|confetti|pushups|storm|earthquake|wiring|burglar*|gas|mould|virus|in the final|opponent|election|football|tackle|rugby|hockey|skiing|feelings|with a good time|tickl*|dice|plate|pillows|arsenal|(hit|hits|hitting) me up|rice|petals|danced|dancing|dance|the dog|against the clock|train* ~3 push*|party)
        (baby|bump|toddler|cat|dog|horse|puppy|kitten) ~3 (kicks|kicked|bit|hit|hits|bites|punches|scratches)
        (volunteer*|lecture|seminar|documentary|training|workshop|charity|report|essay|episode|statistics|awareness|novel|podcast|campaign|conference|law|bill) ~8 domestic
        domestic (violence|abuse) ~4 (charity|training|seminar|documentary|report|campaign|awareness|law|shelter volunteer|lecture|essay|statistics|episode|course|unit|legislation)
        (wont|doesnt|does not|never) let me (leave|out|see|sleep) ~6 (cat|dog|puppy|without a (hug|coffee|snack)|without feeding|before dessert)`,
      ignore: ['person', 'past'],
    },
    control: {
      severity: 'method',
      match: `
        (he|she|they|my {partner}|my {parent}) ~2 (wont|doesnt|does not|never) (let|lets|allow|allows) me (leave|leave the house|see my friends|see my family|have money|have my phone|use my phone|go out|work|see a doctor)`,
      unless: '(cat|dog|baby|toddler|without a (hug|coffee|snack)|dessert|seconds|party|tired|boss|meeting)',
      ignore: ['person', 'past', 'negation'],
    },
    assault: {
      severity: 'intent',
      match: `
        (i|ive|was|got|been|being|i was|i got|i have been) ~2 (raped|molested|sexually assaulted|sexually abused|gang raped|date raped|groped|trafficked|drugged and)
        (raped|molested|assaulted|groped|abused) me
        (forced|forces|force|forcing|made|makes|pressured|coerced) (me|himself on me|herself on me) ~2 (to have sex|into sex|to do things|into having sex|to sleep with|to touch|to undress|to perform|on me)
        forced (himself|herself|themselves) on me
        my ~1 ({parent}|stepbrother|cousin|coach|teacher|priest|babysitter|tutor) ~2 (touches|touched|touching) me ~2 (at night|in bed|in my bed|down there|when (nobody|no one|mum|mom|everyone)|in the shower|under my|where)
        (makes|made|making|forces|forced) me ~1 (undress|strip|take my clothes off|get naked|pose naked|touch (him|her|them)|touch myself)
        (said|say|told|kept saying|screamed|begged) (no|him no|stop) ~5 (didnt stop|wouldnt stop|kept going|did it anyway|carried on|he still)
        (touched|touches|touching|groped|grabbed|gropes) (me|my breasts|my body|my private|between my) ~5 (didnt want|without my|private|while i (slept|was asleep)|inappropriately|wouldnt stop|sexually|consent|against my will|under my clothes)
        (touches|touched|touching) me ~3 (secret|dont tell|not to tell|down there|private)
        my (rapist|rape)
        he (raped|assaulted|molested|drugged) me
        my ~1 ({parent}|stepbrother|cousin|coach|teacher|priest|babysitter|tutor|boss|doctor|landlord) ~1 [is|keeps|always|keeps on] (touches|touched|touching|groped|gropes|groping) me
        (touched|touches|touching|grabbed|grabs|groped) my (private parts|privates|private part|breasts|breast|boobs|butt|bum|bottom|genitals|vagina|penis|crotch)
        (touched|touches|touching) me ~1 (down there|when i (sleep|am asleep|was asleep)|at night|where i dont want|sexually|inappropriately)
        (made|makes|making|forced) me ~1 (have sex|have sex with|do sexual|give him|sleep with)
        had sex with me ~6 (didnt want|did not want|dont want|asleep|said no|drunk|passed out|unconscious|without)
        (going to|gonna|will|about to|wants to|want to|tried to|tries to) ~1 rape me`,
      unless:
        '(novel|film|movie|episode|documentary|podcast|character|heart|deeply|speech|so much|kindness|words|story|on (the|my) (shoulder|arm|hand|back|head|forehead|nose|cheek)|proud|exam (raped|assaulted)|traffic|speed limit|game|raid|boss level)',
      ignore: ['person', 'past'],
    },
    danger: {
      severity: 'plan',
      match: `
        (he|she|they|my family|my relatives|my {partner}|my {parent}) ~3 (is going to|will|gonna|said ~2|says ~2|threatened to|threatens to|threatening to|swore ~2|keeps saying ~2|might|tried to|promised to|wants to|want to|wanting to) ~2 (kill me|killing me|hurt me|shoot me|burn me|stab me|finish me|strangle me|kill us|kill me if i leave|find me and)
        if i (go|leave|left|tell|divorce) ~2 (hell|shell|he will|she will|he|she|theyll) ~2 (take|takes) (the|my|our) (baby|kids|children|passport)
        (kill|find|hurt) me and (the|my|our) (kids|weans|children|baby|bairns|boys|girls|mother)
        (kill me|kills me) if i (leave|tell|go|left|told|call|ever)
        (he|she|my {partner}|my {parent}) ~3 (choked|choke|strangled|strangling|had his hands around|put his hands around|held a knife to|pointed a gun at|points a gun at|held a gun to|came at me with|put a knife to) ~1 (me|my throat|my neck|my head) 
        (hands|belt|arm) around my (throat|neck)
        (locked|hiding|hide) ~2 (in|myself in) ~1 (bathroom|bedroom|closet|room) ~8 (he|hes|him|she|screaming|outside|bang*|angry|drunk)
        (next time|this time) (he|she) (wont stop|will not stop|will kill|kills|said he)
        (hes|he is|shes) (outside|downstairs|back|coming|home) ~6 (kill|gun|knife|hurt me|scared|drunk)`,
      unless: `
        (mum|mom|dad|parents|mother|father|boss|sister|brother|wife|husband|coach|teacher|roommate|flatmate|partner|girlfriend|boyfriend|he|she) ~3 (will|would|gonna|going to|is going to|might|ll|wants to|want to) ~1 kill me ~2 (if i (forget|dont|miss|spill|buy|am late|break|eat|lose|scratch|spoil|wake)|when (he|she|they) (see|sees|find|finds|hear|hears|notice*)|for (being|forgetting|this|that|buying|losing|eating|spoiling)|over the|lol|haha|because (i|im)|when im|about the|with kindness)
        said kill me now
        (hide and seek|zombie|game|haha|lol|jk|tickle*|halloween|film|movie|novel|workout|trainer|squats|leg day|stairs|chilli|spicy)`,
      ignore: ['person', 'past'],
    },
    few_words: {
      severity: 'thoughts',
      ambiguous: true,
      alone: true,
      match: `
        (he|she|they) [always|just|still|keeps|really] (hurts|hurt|hurting|threatens) me
        (scared|afraid|terrified|frightened) of (him|what (he|she) (will|might|could|would) do)
        (someone|somebody|he|a man|a guy|a stranger|a boy|an adult|this man|the man|this guy) ~1 (touched|touches|touching) me
        (he|she|they|{partner}|{parent}) ~1 (locks|locked) me (in|up|inside)
        (he|they|husband|boyfriend) (wont|doesnt|will not|do not|dont) let me (go|leave|out)
        (i|im|ive) ~2 beaten`,
      unless:
        '(to (eat|watch|try|listen|laugh|dance|play|clean|go|come|read|admit|smile|choose|study|work|take|look|see|sit|think|run)|dessert|seconds|party|without|feelings|words|said|heart|leaving|accident|football|tackle|massage|physio|dentist|knee|ignored|lying|lied|cheated|trust|dog|clown|movie|film|character|bear|spider|hug|coffee|kiss|tip|until i|speech|story|song|kindness|deeply|game|chess|final|team|league|match|election|race|track|cat|escape room|prank|car|goal|goals|eggs|points|vaccine|nurse|doctor|horse|goose|to win|to it|by (#|one|two|three))',
      ignore: ['past', 'person', 'negation'],
    },
    bare_word: {
      severity: 'thoughts',
      ambiguous: true,
      whole: true,
      match: `
        [i|im|was|i was|got|been] (rape|raped|abused|molested) [help|again]
        (abuse|violence) [at home|help]
        [i|im] [am] not safe
        (he|they) (hits|hit|beats|beat|hurts|hurt|forced|raped) [me]`,
      ignore: ['negation', 'past', 'person'],
    },
    bullied_to_die: {
      severity: 'method',
      match: `
        (told|tell|tells|telling|tells me|texted|wrote|commented|messaged|dmed|shouted|said|saying|says) ~2 (me|at me) ~2 (kill myself|kys|go die|to die|kill yourself|just die|should be dead|hang myself)
        (told me|telling me|say) ~2 (everyone|world|they|school) would be better (off) without me
        (comment|comments|messages|texts|dms|notes) ~4 (kys|kill yourself|telling me to die|go die)`,
      unless: '(voice|voices|head|brain|mind|game chat|lobby)',
      ignore: ['person', 'past'],
    },
  },
}
