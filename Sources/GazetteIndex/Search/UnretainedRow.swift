/// Objects in a row that are called without counting references: a retain and a release for each call took a fifth of the
/// time of a walk.
@safe struct UnretainedRow<Element: AnyObject> {
  private let elements: [Element]
  private let references: [Unmanaged<Element>]

  /// Keeps objects.
  init(_ elements: [Element]) {
    self.elements = elements
    unsafe references = elements.map { unsafe Unmanaged.passUnretained($0) }
  }

  /// How many there are.
  @inline(__always)
  var count: Int { elements.count }

  /// Hands an object to a closure, which must not keep it.
  @inline(__always)
  func with<Result>(_ index: Int, _ body: (Element) -> Result) -> Result {
    unsafe references[index]._withUnsafeGuaranteedRef(body)
  }

  /// Looks at the objects one after the other, counting references.
  var all: [Element] { elements }
}
