import type { RuleSet } from '../rule.ts'

export const unspokenZh: RuleSet = {
  language: 'zh',
  family: 'suicide',
  rules: {
    last_words: {
      severity: 'intent',
      ambiguous: true,
      alone: true,
      match: '最后一条 ~1 (朋友圈|消息|微博|信息|动态)',
      unless: '(通知|下周|老师|课|作业|放假|今天工作)',
    },
    no_more_burden: {
      severity: 'thoughts',
      match: '不 ~3 (拖累|连累|麻烦) ~1 (任何人|你们|大家|家人|别人)',
      needs: '(很快|以后|终于|再也|死|走了|消失|对不起)',
      unless: '(感冒|同事|项目|队友|比赛)',
      ignore: ['negation'],
    },
    at_the_edge: {
      severity: 'method',
      ambiguous: true,
      alone: true,
      match: '(站|坐|走|爬) (在|到|上) ~4 (天台|楼顶|桥上|窗台|铁轨|悬崖|顶楼|屋顶|栏杆)',
      unless: '(看|拍|吃|喝|聊|修|烧烤|朋友|我们|风景|晒)',
    },
    means_at_hand: {
      severity: 'plan',
      ambiguous: true,
      alone: true,
      match: '(买|准备|找) 好? ~2 (绳子|刀片|木炭|安眠药|农药)',
      unless: '(跳绳|晾|露营|烤)',
    },
    farewell: {
      severity: 'intent',
      ambiguous: true,
      match: `
        (再见|再会|别了|永别) ~2 (大家|爸妈|妈妈|爸爸|各位|世界)
        (东西|所有|一切) ~4 (送人|送出去|给别人|分给)`,
      needs: '(对不起|撑不|永别|是时候|不需要了|太累了|我走了|原谅)',
      unless: '(下学期|明天|下周|假期|搬家|旧书|毕业)',
    },
    never_wake: {
      severity: 'wish',
      match: `
        (明天|再也|永远|睡着) ~2 (不用|不要|不想|别) ~1 醒
        死了也 ~2 (无所谓|好|没关系|不错|罢)`,
      unless: '(闹钟|早起|周末|放假)',
      ignore: ['negation'],
    },
    follow_the_dead: {
      severity: 'thoughts',
      ambiguous: true,
      match: '(想|要) ~1 (去找|去陪|跟着|跟) (他|她|妈妈|爸爸|奶奶|爷爷|外婆) ~2 (走|去|一起走|团聚)',
      needs: '(自杀|去世|死了|走了|天堂|离开我)',
    },
    censored: {
      severity: 'thoughts',
      ambiguous: true,
      match: `
        (自s|自sha|紫砂|自鲨|字杀|子杀)
        (想|好想|真想|要) (s|4|si|亖) (了|掉|一s)`,
      unless: '紫砂 (壶|锅|杯|茶)',
    },
    few_words: {
      severity: 'thoughts',
      ambiguous: true,
      alone: true,
      match: `
        (杀了我|求你杀|谁来杀了我)
        (再见|永别|拜拜) 了 (大家|各位|世界|这个世界|所有人)
        (猫|狗|东西) ~6 送人 ~6 (安排好|都好|处理好)`,
      unless: '(哈哈|作业|周一|考试|会议|老板|游戏|搬家|过敏|笑|下班|放学|明天见|下周|学期|暑假|寒假)',
      ignore: ['negation'],
    },
  },
}
