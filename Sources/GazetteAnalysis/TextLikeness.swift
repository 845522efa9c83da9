/// What of a text is compared to tell whether another says the same: its words two by two, and what no two of them may
/// differ in.
///
/// The text is folded first, so that case, width, accents, Traditional characters, punctuation and line ends make no
/// difference. A word is a run of letters or digits, or one Han character; two neighbours are a feature. After A. Broder, "On the
/// resemblance and containment of documents", 1997.
package struct TextLikeness: Sendable, Hashable {
  /// The features, rising; one for each place.
  private let features: [UInt64]
  /// All words in order.
  private let whole: UInt64
  /// The figures and the words that turn the meaning round or settle how binding it is, in order.
  private let decisive: UInt64

  /// Takes a text apart; costs time linear in it.
  package init(_ text: some Sequence<UInt8>) {
    let bytes = Array(text)
    var features: [UInt64] = []
    features.reserveCapacity(bytes.count / 3)
    let walk = unsafe bytes.withUnsafeBufferPointer { bytes in
      var walk = unsafe WordPairs(bytes)
      while let feature = walk.next() { features.append(feature) }
      return walk
    }
    features.sort()
    self.features = features
    (whole, decisive) = walk.finish()
  }

  /// Whether the texts are the same words in the same order.
  package func isSame(as other: TextLikeness) -> Bool {
    whole == other.whole && features.count == other.features.count
  }

  /// Whether the texts say the same: three quarters of all features are common to both, and no figure, negation or
  /// word of obligation is another.
  package func isAlike(_ other: TextLikeness) -> Bool {
    guard decisive == other.decisive else { return false }
    return resemblance(to: other) >= Self.threshold
  }

  private static let threshold = 0.75

  /// The part of the features of both that are common to both.
  package func resemblance(to other: TextLikeness) -> Double {
    let common = common(with: other)
    let all = features.count + other.features.count - common
    return all == 0 ? 1 : Double(common) / Double(all)
  }

  /// The part of its own features that another text has too; 0 for a text of less than four, which says too little.
  package func containment(in other: TextLikeness) -> Double {
    features.count < 4 ? 0 : Double(common(with: other)) / Double(features.count)
  }

  private func common(with other: TextLikeness) -> Int {
    var (left, right, common) = (0, 0, 0)
    while left < features.count, right < other.features.count {
      if features[left] == other.features[right] {
        common += 1
        left += 1
        right += 1
      } else if features[left] < other.features[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return common
  }

  /// A number that differs in few bits for texts that have most features in common; `nil` for a text without words.
  ///
  /// After M. Charikar, "Similarity estimation techniques from rounding algorithms", 2002. Texts that are alike differ in
  /// eleven bits or so, others in 32; `fingerprintReach` loses one pair of alike texts in some hundred.
  package static func fingerprint(of text: ArraySlice<UInt8>) -> Int64? {
    unsafe text.withUnsafeBufferPointer { bytes in
      var walk = unsafe WordPairs(bytes)
      var majority = BitMajority()
      while let feature = walk.next() { majority.add(feature) }
      return majority.count == 0 ? nil : Int64(bitPattern: majority.bits)
    }
  }

  /// In how many bits the fingerprints of texts that are alike differ at most.
  package static let fingerprintReach = 20

  /// Whether two texts with these fingerprints may be alike.
  package static func mayBeAlike(_ left: Int64, _ right: Int64) -> Bool {
    (left ^ right).nonzeroBitCount <= fingerprintReach
  }
}
