extension PassageFlag {
  /// What the warning says to people, in English or in Chinese.
  public func words(inChinese: Bool) -> String {
    switch self {
    case .masked: inChinese ? "有字被遮蔽或丢失" : "characters masked or lost"
    case .cut: inChinese ? "语句不完整" : "cut short"
    case .invented: inChinese ? "疑为机器臆造" : "likely invented by a machine"
    case .inverted: inChinese ? "语义疑似颠倒" : "meaning likely inverted"
    case .markup: inChinese ? "夹杂标记残余" : "remains of markup"
    case .boilerplate: inChinese ? "疑为网页附件文字" : "page furniture"
    case .lowTrust: inChinese ? "可信度低" : "low trust"
    }
  }
}
