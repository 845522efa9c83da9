extension PolicyDocument {
  /// The source's own number of a passage in the short form of lawyers: 第三条第二款第（一）项, `art. 4(2)`, 三（二）.
  ///
  /// A 款 is counted, not printed, and named only where an article has several. What is returned leads back to the passage
  /// through `passages(numbered:)`. Costs some walks over sections and passages.
  ///
  /// - Parameter passage: An index into `passages`.
  /// - Returns: The number; `nil` when nothing around the passage prints one that leads to it.
  public func legalNumber(ofPassage passage: Int) -> String? {
    var printed: [String] = []
    var section: Int? = passages[passage].section
    while let current = section, let parent = sections[current].parent {
      if let number = sections[current].number { printed.insert(number, at: 0) }
      section = parent
    }
    if let own = passages[passage].number, own != printed.last { printed.append(own) }
    var parts = printed.compactMap { text -> Part? in
      guard let number = SectionNumber(text) else { return nil }
      return Part(text: text, steps: number.steps)
    }
    // Chapters and parts say nothing beside the article, whose numbers run through.
    if let article = parts.lastIndex(where: { $0.steps.last?.unit == .article }) {
      parts.removeFirst(article)
      if let clause = clause(of: passage, below: parts[0].steps) {
        let number =
          language.isChinese
          ? "第" + (ChineseNumeral.text(for: clause) ?? "\(clause)") + "款" : " para. \(clause)"
        let step = SectionNumber.Step(unit: .clause, value: clause)
        let whole = [parts[0], Part(text: number, steps: [step])] + parts.dropFirst()
        if leads(whole, to: passage) {
          return PolicyDocument.short(whole, isChinese: language.isChinese)
        }
      }
    }
    while !parts.isEmpty, !leads(parts, to: passage) { parts.removeLast() }
    return parts.isEmpty ? nil : PolicyDocument.short(parts, isChinese: language.isChinese)
  }

  private struct Part {
    let text: String
    let steps: [SectionNumber.Step]
  }

  private func leads(_ parts: [Part], to passage: Int) -> Bool {
    guard let number = SectionNumber(steps: parts.flatMap(\.steps)) else { return false }
    return passages(numbered: number).contains(passage)
  }

  /// Which paragraph of an article holds a passage; `nil` where the article has only one.
  private func clause(of passage: Int, below article: [SectionNumber.Step]) -> Int? {
    func passages(_ value: Int) -> [Int] {
      SectionNumber(steps: article + [SectionNumber.Step(unit: .clause, value: value)])
        .map { self.passages(numbered: $0) } ?? []
    }
    guard !passages(2).isEmpty else { return nil }
    var value = 1
    while case let found = passages(value), !found.isEmpty {
      if found.contains(passage) { return value }
      value += 1
    }
    return nil
  }

  private static func short(_ parts: [Part], isChinese: Bool) -> String {
    var text = ""
    for part in parts {
      let unit = part.steps.last?.unit
      var printed = part.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      while let last = printed.last, "、.．，,:：".contains(last) { printed.removeLast() }
      if isChinese {
        if unit == .item, printed.hasPrefix("（"), parts.first?.steps.last?.unit == .article {
          printed = "第\(printed)项"
        }
        text += printed
        continue
      }
      for (word, short) in [("article", "art."), ("section", "s."), ("chapter", "ch.")]
      where printed.lowercased().hasPrefix(word + " ") {
        printed = short + printed.dropFirst(word.count)
      }
      let isOpen = printed.hasPrefix("(") || printed.hasPrefix(" ") || text.isEmpty
      text += (isOpen ? "" : ".") + printed
    }
    return text
  }
}
