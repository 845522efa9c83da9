/// What is known of a document as a whole; every value says how it is known.
public struct DocumentMetadata: Sendable, Hashable {
  /// The title, white space inside collapsed.
  public var title: MetadataValue<String> = .notStated
  /// The body that issued the document.
  public var issuer: MetadataValue<String> = .notStated
  /// The document number, normalised.
  public var number: MetadataValue<DocumentNumber> = .notStated
  /// The kind of document in its own language: 通知, 意见, notice, speech.
  public var kind: MetadataValue<String> = .notStated
  /// The date of the document itself.
  public var written: MetadataValue<CalendarDate> = .notStated
  /// The date on which it was made public.
  public var published: MetadataValue<CalendarDate> = .notStated
  /// The date from which it applies.
  public var effective: MetadataValue<CalendarDate> = .notStated
  /// Where the copy was taken from: an agency, a site, an address.
  public var source: MetadataValue<String> = .notStated
  /// Whether it is in force, in the normal form of the domain: `in-force`, `amended`, `repealed`, ….
  public var status: MetadataValue<String> = .notStated
  /// The day for which `status` was said.
  public var statusAsOf: CalendarDate?
  /// To whom it is addressed, as its head names them.
  public var addressee: MetadataValue<String> = .notStated
  /// The words that it gives for its own subject, in their order.
  public var keywords: MetadataValue<[String]> = .notStated

  /// Creates metadata in which nothing is stated.
  public init() {}

  /// The date that a date filter looks at: written, else published, else effective.
  public var date: CalendarDate? { written.value ?? published.value ?? effective.value }
}
