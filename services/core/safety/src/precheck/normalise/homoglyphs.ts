/** Look-alike letters of other alphabets, written as pairs: the look-alike, then the Latin letter it imitates. */
const pairs =
  'аaбbвbгrдdеeёeзeиuйuкkмmнhоoпnрpсcтtуyхxчyъbыbьbэeіiїiјjѕsԁdԛqԝwһhңhүyұyәaөoғfқkѵvӏlҽeցgոnսuօoհhքp' +
  'αaβbγyδdεeζzηnθoιiκkλaμuνvξeοoπnρpσoςcτtυuφoχxψyωwϲcϳj' +
  'ɑaɡgɩiıiʟlɴnʀrʏyɪiᴀaʙbᴄcᴅdᴇeɢgʜhᴊjᴋkᴍmᴏoᴘpꜱsᴛtᴜuᴠvᴡwᴢzøoðdþpłlđdħhŧtæaœoƙkɓbɗdƒfɨiʉuɛeɔo'

/** Traditional characters of the words the rules look for, with the simplified form the rules are written in. */
const traditional =
  '殺杀藥药遺遗書书傷伤樓楼個个們们這这還还沒没對对時时說说著着離离開开結结願愿見见媽妈誰谁會会後后給给讓让歲岁學学強强' +
  '體体親亲點点為为從从來来過过嗎吗嘔呕減减飯饭餓饿瀉泻劑剂瓶瓶準准備备買买繩绳橋桥跳跳樣样間间錯错誤误應应該该難难' +
  '帶带覺觉麼么歡欢愛爱無无義义價价係系聯联絡络終终結结東东頭头眼眼淚泪癢痒脫脱裡里長长壓压力力躁躁鬱郁憂忧虐虐待待' +
  '罵骂騷骚擾扰侵侵犯犯摸摸師师爺爷爸爸叔叔繼继掙挣紮扎慘惨負负擔担煩烦別别總总經经許许話话嗎吗嚇吓厭厌棄弃倉仓庫库' +
  '燒烧燙烫顆颗隻只剛刚盡尽斷断氣气農农喝喝漂漂實实際际訴诉隊队號号國国問问題题關关係系聽听讀读寫写電电影影劇剧詞词' +
  '圍围絕绝極极惡恶滅灭陰阴臟脏腦脑癌癌瘋疯幾几單单雙双條条張张萬万億亿'

function toMap(text: string): Map<number, number> {
  const map = new Map<number, number>()
  for (let at = 0; at + 1 < text.length; at += 2) map.set(text.charCodeAt(at), text.charCodeAt(at + 1))
  return map
}

export const homoglyphs: ReadonlyMap<number, number> = toMap(pairs)
export const simplified: ReadonlyMap<number, number> = toMap(traditional)
