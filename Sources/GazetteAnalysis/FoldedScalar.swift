/// One scalar of the folded text and the bytes of the original that it stands for.
struct FoldedScalar {
  var value: UInt32
  var scalarClass: ScalarClass
  /// Its first byte in the original.
  var start: Int
  /// The byte after its last in the original.
  var end: Int
}
