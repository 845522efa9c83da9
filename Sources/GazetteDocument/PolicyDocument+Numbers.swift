extension PolicyDocument {
  /// The passages that a printed number means: `第三条第二款第（一）项`, `Article 4(2)`, `三（二）1`.
  ///
  /// A 款 is counted, not printed: the paragraphs of an article that are no items. A step may leave out those between, as papers
  /// do (`第三条第（一）项`). Costs a walk over sections and passages a step.
  ///
  /// - Parameter number: The number.
  /// - Returns: Indexes into `passages`, in their order; empty when there is no such place.
  public func passages(numbered number: SectionNumber) -> [Int] {
    var scope = Array(passages.indices)
    var section: Int?
    for step in number.steps {
      if let found = self.section(step, below: section) {
        section = found
        scope = passagesBelow(found)
      } else if step.unit == .clause {
        scope = clause(step.value, in: scope, of: section)
      } else {
        scope = item(step, in: scope, of: section)
      }
      if scope.isEmpty { return [] }
    }
    return scope
  }

  /// The first section below another whose number is that of a step.
  private func section(_ step: SectionNumber.Step, below parent: Int?) -> Int? {
    guard step.unit != .clause else { return nil }
    var inside = [Bool](repeating: parent == nil, count: sections.count)
    var alike: Int?
    for index in sections.indices.dropFirst() {
      if let parent, let own = sections[index].parent, own == parent || inside[own] {
        inside[index] = true
      }
      guard inside[index], let printed = sections[index].number,
        let last = SectionNumber(printed)?.steps.last, last.value == step.value
      else { continue }
      if last.unit == step.unit { return index }
      if alike == nil, PolicyDocument.mayMean(step.unit, last.unit) { alike = index }
    }
    return alike
  }

  /// Whether people say one unit for the other: `Section 2` for II., 三 for （三）.
  private static func mayMean(_ asked: SectionNumber.Unit, _ printed: SectionNumber.Unit) -> Bool {
    switch asked {
    case .section, .part, .article: printed == .heading
    case .heading, .item, .point: printed == .heading || printed == .item
    default: false
    }
  }

  private func passagesBelow(_ section: Int) -> [Int] {
    var inside = [Bool](repeating: false, count: sections.count)
    inside[section] = true
    for index in sections.indices.dropFirst() {
      if let parent = sections[index].parent, inside[parent] { inside[index] = true }
    }
    return passages.indices.filter { inside[passages[$0].section] }
  }

  /// A paragraph of an article, with the items under it.
  private func clause(_ value: Int, in scope: [Int], of section: Int?) -> [Int] {
    var count = 0
    var found: [Int] = []
    for index in scope {
      let isItem =
        passages[index].number != nil
        && passages[index].number != section.flatMap { sections[$0].number }
      if !isItem, beginsLine(index) || index == scope.first { count += 1 }
      if count == value { found.append(index) }
      if count > value { break }
    }
    return found
  }

  /// An item with what stands under it, up to the next one of its kind.
  private func item(_ step: SectionNumber.Step, in scope: [Int], of section: Int?) -> [Int] {
    var found: [Int] = []
    var unit: SectionNumber.Unit?
    for index in scope {
      guard let printed = passages[index].number,
        printed != section.flatMap({ sections[$0].number }),
        let last = SectionNumber(printed)?.steps.last
      else {
        // What goes on without a line break belongs to the item.
        if !found.isEmpty {
          if beginsLine(index), passages[index].number == nil { return found }
          found.append(index)
        }
        continue
      }
      if let unit {
        if last.unit == unit { return found }
        found.append(index)
      } else if last.value == step.value,
        last.unit == step.unit || PolicyDocument.mayMean(step.unit, last.unit)
      {
        unit = last.unit
        found = [index]
      }
    }
    return found
  }

  /// Whether a line break stands in front of a passage, so that it begins a paragraph and does not go on with a long one.
  private func beginsLine(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let gap = passages[index - 1].span.end.byte..<passages[index].span.start.byte
    return text.utf8[gap].contains { $0 == 0x0A || $0 == 0x0D }
  }
}
