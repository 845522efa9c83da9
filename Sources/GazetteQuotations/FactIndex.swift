/// What each passage says in any language, with how rare that is, and which passages say it.
struct FactIndex {
  /// The facts of each passage as numbers, rising.
  private(set) var facts: [[UInt32]] = []
  private var all: [PassageFact] = []
  private var numbers: [PassageFact: UInt32] = [:]
  private var members: [[UInt32]] = []

  /// A fact that more passages have is no reason to compare them.
  static let most = 60

  /// Adds the facts of the next passage.
  mutating func add(_ found: Set<PassageFact>) {
    let passage = UInt32(truncatingIfNeeded: facts.count)
    var own: [UInt32] = []
    for fact in found {
      let number = numbers[fact] ?? UInt32(truncatingIfNeeded: all.count)
      if Int(number) == all.count {
        numbers[fact] = number
        all.append(fact)
        members.append([])
      }
      own.append(number)
      members[Int(number)].append(passage)
    }
    own.sort()
    facts.append(own)
  }

  /// The fact of a number.
  func fact(_ number: UInt32) -> PassageFact { all[Int(number)] }

  /// How rare a fact is, in bits.
  func bits(_ number: UInt32) -> Float {
    let total = Float(facts.count + TermRarity.background)
    return max(0, Bits.log2(total / Float(max(members[Int(number)].count, 1))))
  }

  /// The rarity of all facts of a passage, in bits.
  func weight(of passage: Int) -> Float { facts[passage].reduce(0) { $0 + bits($1) } }

  /// The facts that two passages both have.
  func shared(_ one: Int, _ other: Int) -> [UInt32] {
    var shared: [UInt32] = []
    var (left, right) = (0, 0)
    let (first, second) = (facts[one], facts[other])
    while left < first.count, right < second.count {
      if first[left] == second[right] {
        shared.append(first[left])
        left += 1
        right += 1
      } else if first[left] < second[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return shared
  }

  /// The other passages that have a rare fact in common with one.
  func neighbours(of passage: Int) -> Set<Int> {
    var found: Set<Int> = []
    for number in facts[passage] where members[Int(number)].count <= Self.most {
      for member in members[Int(number)] { found.insert(Int(member)) }
    }
    return found
  }
}
