/// The chain decoders of a segment's fields, which feed the posting lists of its writer.
struct PostingChains {
  private let positional: PostingChain
  private let plain: PostingChain
  private let hasPositions: [Bool]

  /// Makes decoders for the posting lists of a writer.
  init(schema: Schema, writer: SegmentWriter) {
    positional = PostingChain(into: writer.positional, hasPositions: true)
    plain = PostingChain(into: writer.plain, hasPositions: false)
    hasPositions = schema.fields.map { $0.kind != .keyword }
  }

  /// The decoder for a field.
  subscript(field: UInt8) -> PostingChain { hasPositions[Int(field)] ? positional : plain }
}
