/// Han characters and signs that the grammar asks for, as the number that their three bytes make.
enum HanSign {
  /// The character 年.
  static let year: UInt32 = 0xE5B9B4
  /// The character 月.
  static let month: UInt32 = 0xE69C88
  /// The character 日.
  static let day: UInt32 = 0xE697A5
  /// The character 号.
  static let dayNumber: UInt32 = 0xE58FB7
  /// The character 底.
  static let end: UInt32 = 0xE5BA95
  /// The character 末.
  static let close: UInt32 = 0xE69CAB
  /// The character 前.
  static let before: UInt32 = 0xE5898D
  /// The character 内.
  static let within: UInt32 = 0xE58685
  /// The character 起.
  static let from: UInt32 = 0xE8B5B7
  /// The character 自.
  static let ownStart: UInt32 = 0xE887AA
  /// The character 到.
  static let to: UInt32 = 0xE588B0
  /// The character 至.
  static let until: UInt32 = 0xE887B3
  /// The character 于.
  static let at: UInt32 = 0xE4BA8E
  /// The character 在.
  static let inside: UInt32 = 0xE59CA8
  /// The character 从.
  static let since: UInt32 = 0xE4BB8E
  /// The character 每.
  static let every: UInt32 = 0xE6AF8F
  /// The character 的.
  static let of: UInt32 = 0xE79A84
  /// The character 了.
  static let done: UInt32 = 0xE4BA86
  /// The character 不.
  static let not: UInt32 = 0xE4B88D
  /// The character 和.
  static let and: UInt32 = 0xE5928C
  /// The character 与.
  static let with: UInt32 = 0xE4B88E
  /// The character 、.
  static let listComma: UInt32 = 0xE38081
  /// The character ，.
  static let comma: UInt32 = 0xEFBC8C
  /// The character ；.
  static let semicolon: UInt32 = 0xEFBC9B
  /// The character ：.
  static let colon: UInt32 = 0xEFBC9A
  /// The character 。.
  static let stop: UInt32 = 0xE38082
  /// The character ！.
  static let exclamation: UInt32 = 0xEFBC81
  /// The character ？.
  static let question: UInt32 = 0xEFBC9F
  /// The character “.
  static let openQuote: UInt32 = 0xE2809C
  /// The character ”.
  static let closeQuote: UInt32 = 0xE2809D
  /// The character （.
  static let openBracket: UInt32 = 0xEFBC88
  /// The character ）.
  static let closeBracket: UInt32 = 0xEFBC89
  /// The character 《.
  static let openBook: UInt32 = 0xE3808A
  /// The character 》.
  static let closeBook: UInt32 = 0xE3808B
  /// The character 个.
  static let individual: UInt32 = 0xE4B8AA
  /// The character 第.
  static let ordinal: UInt32 = 0xE7ACAC
  /// The character 后.
  static let after: UInt32 = 0xE5908E
  /// The character 时.
  static let when: UInt32 = 0xE697B6
  /// The character 下.
  static let under: UInt32 = 0xE4B88B
  /// The character 中.
  static let amid: UInt32 = 0xE4B8AD
  /// The character 初.
  static let initial: UInt32 = 0xE5889D
  /// The character 之.
  static let hereof: UInt32 = 0xE4B98B
  /// The character 半.
  static let half: UInt32 = 0xE58D8A
  /// The character 「.
  static let openCorner: UInt32 = 0xE3808C
  /// The character 」.
  static let closeCorner: UInt32 = 0xE3808D
  /// The character 要.
  static let want: UInt32 = 0xE8A681
  /// The character 是.
  static let copula: UInt32 = 0xE698AF
  /// The character —.
  static let dash: UInt32 = 0xE28094
  /// The character 将.
  static let will: UInt32 = 0xE5B086
  /// The character 把.
  static let take: UInt32 = 0xE68A8A
  /// The character 达.
  static let reach: UInt32 = 0xE8BEBE
  /// The character 为.
  static let being: UInt32 = 0xE4B8BA
  /// The character 及.
  static let orWith: UInt32 = 0xE58F8A
  /// The character 或.
  static let or: UInt32 = 0xE68896
  /// The character 多.
  static let several: UInt32 = 0xE5A49A
  /// The character 几.
  static let few: UInt32 = 0xE587A0
  /// The character 余.
  static let odd: UInt32 = 0xE4BD99
  /// The character 【.
  static let openSquare: UInt32 = 0xE38090
  /// The character 】.
  static let closeSquare: UInt32 = 0xE38091
  /// The character 条.
  static let article: UInt32 = 0xE69DA1
  /// The character 对.
  static let opposite: UInt32 = 0xE5AFB9
  /// The character 过.
  static let past: UInt32 = 0xE8BF87
  /// The character 仍.
  static let still: UInt32 = 0xE4BB8D
  /// The character 较.
  static let comparatively: UInt32 = 0xE8BE83
  /// The character 今.
  static let today: UInt32 = 0xE4BB8A
  /// The character 明.
  static let bright: UInt32 = 0xE6988E
  /// The character 当.
  static let same: UInt32 = 0xE5BD93
  /// The character 次.
  static let next: UInt32 = 0xE6ACA1
  /// The character 由.
  static let by: UInt32 = 0xE794B1
  /// The character ﹐.
  static let wideComma: UInt32 = 0xEFB990
  /// The character ％.
  static let percent: UInt32 = 0xEFBC85
  /// The character 最.
  static let most: UInt32 = 0xE69C80
  /// The character 并.
  static let also: UInt32 = 0xE5B9B6
  /// The character 届.
  static let moment: UInt32 = 0xE5B18A
  /// The character 比.
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
