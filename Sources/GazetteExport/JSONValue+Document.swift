public import GazetteDocument

extension JSONValue {
  /// `{"byte":N,"scalar":N}`.
  public init(_ position: TextPosition) {
    self = .object(["byte": .integer(position.byte), "scalar": .integer(position.scalar)])
  }

  /// `{"start":{},"end":{}}`, or null.
  public init(_ span: TextSpan?) {
    guard let span else {
      self = .null
      return
    }
    self = .object(["start": JSONValue(span.start), "end": JSONValue(span.end)])
  }

  /// `{"value":…,"state":…,"evidence":…}` of a metadata value.
  public init<Value>(_ value: MetadataValue<Value>, with convert: (Value) -> JSONValue) {
    self = .object([
      "value": value.value.map(convert) ?? .null,
      "state": .string(value.state.rawValue),
      "evidence": JSONValue(value.evidence),
    ])
  }

  /// A document without its text, as `json.md` of the interface describes it.
  public init(_ document: DocumentSummary) {
    let metadata = document.metadata
    let string: (String) -> JSONValue = { .string($0) }
    let date: (CalendarDate) -> JSONValue = { .string($0.description) }
    self = .object([
      "id": .string(document.id.name), "file": .string(document.file),
      "sha256": .string(document.sha256.description),
      "textSha256": .string(document.textSHA256.description),
      "format": .string(document.format.rawValue), "encoding": .string(document.encoding),
      "language": .string(document.language.tag), "title": JSONValue(metadata.title.value),
      "titleState": .string(metadata.title.state.rawValue),
      "issuer": JSONValue(metadata.issuer, with: string),
      "number": JSONValue(metadata.number), "kind": JSONValue(metadata.kind, with: string),
      "written": JSONValue(metadata.written, with: date),
      "published": JSONValue(metadata.published, with: date),
      "effective": JSONValue(metadata.effective, with: date),
      "source": JSONValue(metadata.source, with: string),
      "status": .object([
        "value": JSONValue(metadata.status.value),
        "state": .string(metadata.status.state.rawValue),
        "evidence": JSONValue(metadata.status.evidence),
        "asOf": JSONValue(metadata.statusAsOf?.description),
      ]),
      "addressee": JSONValue(metadata.addressee, with: string),
      "keywords": JSONValue(metadata.keywords) { .array($0.map(JSONValue.string)) },
      "family": .string(FamilyName.of(document)),
      "version": JSONValue(document.lineage, of: document.id),
      "sourceId": .null,
    ])
  }

  /// The document number with its parts beside the canonical spelling.
  private init(_ number: MetadataValue<DocumentNumber>) {
    self = .object([
      "value": JSONValue(number.value?.description), "code": JSONValue(number.value?.code),
      "year": number.value?.year.map(JSONValue.integer) ?? .null,
      "serial": number.value.map { .integer($0.serial) } ?? .null,
      "state": .string(number.state.rawValue), "evidence": JSONValue(number.evidence),
    ])
  }

  /// Who speaks.
  public init(_ voice: Voice) {
    self = .object([
      "kind": .string(voice.kind.rawValue), "speaker": JSONValue(voice.speaker),
      "post": JSONValue(voice.post), "date": JSONValue(voice.date?.description),
      "occasion": JSONValue(voice.occasion), "evidence": JSONValue(voice.evidence),
    ])
  }

  /// One damaged place.
  ///
  /// What is kept as it stands is its own replacement, so that whoever puts all replacements in has the reading text.
  ///
  /// - Parameters:
  ///   - repair: The entry of the ledger.
  ///   - text: The damaged words as they stand in the source text.
  public init(_ repair: Repair, text: String) {
    self = .object([
      "rule": .string(repair.rule), "start": JSONValue(repair.span.start),
      "end": JSONValue(repair.span.end), "text": .string(text),
      "replacement": .string(repair.replacement ?? text),
      "mended": .bool(repair.replacement != nil),
      "flag": JSONValue(repair.flag?.rawValue), "confidence": .number(repair.confidence),
    ])
  }
}
