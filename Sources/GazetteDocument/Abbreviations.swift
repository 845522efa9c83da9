/// The English abbreviations behind whose period a sentence goes on.
struct Abbreviations: Sendable {
  /// Titles and names: the sentence always goes on.
  let always: Set<UInt64>
  /// Words that name a number: the sentence goes on when a number follows.
  let beforeNumbers: Set<UInt64>

  static let shared = Abbreviations()

  static let versus = key("vs")

  private init() {
    always = Abbreviations.keys(
      "mr mrs ms dr prof rev hon sen rep gov gen col lt maj capt sgt st messrs vs mt")
    beforeNumbers = Abbreviations.keys(
      "no nos art arts sec secs para paras ch chs fig figs vol vols p pp reg regs sch cl jan feb mar apr jun jul aug sep sept oct nov dec c cap ss"
    )
  }

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map(key))
  }

  /// A word of up to eight lower-case letters as one number.
  private static func key(_ word: some StringProtocol) -> UInt64 {
    word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
