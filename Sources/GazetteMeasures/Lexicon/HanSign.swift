/// Han characters and signs that the grammar asks for, as the number that their three bytes make.
enum HanSign {
  /// 年
  static let year: UInt32 = 0xE5B9B4
  /// 月
  static let month: UInt32 = 0xE69C88
  /// 日
  static let day: UInt32 = 0xE697A5
  /// 号
  static let dayNumber: UInt32 = 0xE58FB7
  /// 底
  static let end: UInt32 = 0xE5BA95
  /// 末
  static let close: UInt32 = 0xE69CAB
  /// 前
  static let before: UInt32 = 0xE5898D
  /// 内
  static let within: UInt32 = 0xE58685
  /// 起
  static let from: UInt32 = 0xE8B5B7
  /// 自
  static let ownStart: UInt32 = 0xE887AA
  /// 到
  static let to: UInt32 = 0xE588B0
  /// 至
  static let until: UInt32 = 0xE887B3
  /// 于
  static let at: UInt32 = 0xE4BA8E
  /// 在
  static let inside: UInt32 = 0xE59CA8
  /// 从
  static let since: UInt32 = 0xE4BB8E
  /// 每
  static let every: UInt32 = 0xE6AF8F
  /// 的
  static let of: UInt32 = 0xE79A84
  /// 了
  static let done: UInt32 = 0xE4BA86
  /// 不
  static let not: UInt32 = 0xE4B88D
  /// 和
  static let and: UInt32 = 0xE5928C
  /// 与
  static let with: UInt32 = 0xE4B88E
  /// 、
  static let listComma: UInt32 = 0xE38081
  /// ，
  static let comma: UInt32 = 0xEFBC8C
  /// ；
  static let semicolon: UInt32 = 0xEFBC9B
  /// ：
  static let colon: UInt32 = 0xEFBC9A
  /// 。
  static let stop: UInt32 = 0xE38082
  /// ！
  static let exclamation: UInt32 = 0xEFBC81
  /// ？
  static let question: UInt32 = 0xEFBC9F
  /// “
  static let openQuote: UInt32 = 0xE2809C
  /// ”
  static let closeQuote: UInt32 = 0xE2809D
  /// （
  static let openBracket: UInt32 = 0xEFBC88
  /// ）
  static let closeBracket: UInt32 = 0xEFBC89
  /// 《
  static let openBook: UInt32 = 0xE3808A
  /// 》
  static let closeBook: UInt32 = 0xE3808B
  /// 个
  static let individual: UInt32 = 0xE4B8AA
  /// 第
  static let ordinal: UInt32 = 0xE7ACAC
  /// 后
  static let after: UInt32 = 0xE5908E
  /// 时
  static let when: UInt32 = 0xE697B6
  /// 下
  static let under: UInt32 = 0xE4B88B
  /// 中
  static let amid: UInt32 = 0xE4B8AD
  /// 初
  static let initial: UInt32 = 0xE5889D
  /// 之
  static let hereof: UInt32 = 0xE4B98B
  /// 半
  static let half: UInt32 = 0xE58D8A
  /// 「
  static let openCorner: UInt32 = 0xE3808C
  /// 」
  static let closeCorner: UInt32 = 0xE3808D
  /// 要
  static let want: UInt32 = 0xE8A681
  /// 是
  static let copula: UInt32 = 0xE698AF
  /// —
  static let dash: UInt32 = 0xE28094
  /// 将
  static let will: UInt32 = 0xE5B086
  /// 把
  static let take: UInt32 = 0xE68A8A
  /// 达
  static let reach: UInt32 = 0xE8BEBE
  /// 为
  static let being: UInt32 = 0xE4B8BA
  /// 及
  static let orWith: UInt32 = 0xE58F8A
  /// 或
  static let or: UInt32 = 0xE68896
  /// 多
  static let several: UInt32 = 0xE5A49A
  /// 几
  static let few: UInt32 = 0xE587A0
  /// 余
  static let odd: UInt32 = 0xE4BD99
  /// 【
  static let openSquare: UInt32 = 0xE38090
  /// 】
  static let closeSquare: UInt32 = 0xE38091
  /// 条
  static let article: UInt32 = 0xE69DA1
  /// 对
  static let opposite: UInt32 = 0xE5AFB9
  /// 过
  static let past: UInt32 = 0xE8BF87
  /// 仍
  static let still: UInt32 = 0xE4BB8D
  /// 较
  static let comparatively: UInt32 = 0xE8BE83
  /// 今
  static let today: UInt32 = 0xE4BB8A
  /// 明
  static let bright: UInt32 = 0xE6988E
  /// 当
  static let same: UInt32 = 0xE5BD93
  /// 次
  static let next: UInt32 = 0xE6ACA1
  /// 由
  static let by: UInt32 = 0xE794B1
  /// ﹐
  static let wideComma: UInt32 = 0xEFB990
  /// ％
  static let percent: UInt32 = 0xEFBC85
  /// 最
  static let most: UInt32 = 0xE69C80
  /// 并
  static let also: UInt32 = 0xE5B9B6
  /// 届
  static let moment: UInt32 = 0xE5B18A
  /// 比
  static let than: UInt32 = 0xE6AF94
}

extension HanSign {
  /// Whether a character numbers a division: 条, 款, 项, 章, 节.
  static func isDivision(_ sign: UInt32) -> Bool {
    switch sign {
    case 0xE69DA1, 0xE6ACBE, 0xE9A1B9, 0xE7ABA0, 0xE88A82: true
    default: false
    }
  }
}
