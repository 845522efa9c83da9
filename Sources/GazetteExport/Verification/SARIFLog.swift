public import GazetteDocument
import GazetteQuotations
public import GazetteSearch

/// The findings of a checked draft for tools that show the results of analysers.
///
/// Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS Standard, 27 March 2020. Columns count Unicode
/// scalars from 1, as the property `columnKind` says. Sound quotations are results of the kind `pass`.
public enum SARIFLog {
  /// The log of one draft.
  ///
  /// - Parameters:
  ///   - report: The verdicts.
  ///   - draft: The draft.
  ///   - file: The draft's path as the user gave it; `nil` for standard input.
  ///   - findings: The verdicts that count as findings.
  ///   - version: The version of the program.
  ///   - message: What is said of a quotation, in the language of the run.
  /// - Returns: The log as a JSON value.
  public static func log(
    _ report: DraftReport, of draft: PolicyDocument, file: String?,
    findings: Set<QuotationVerdict>, version: String, message: (VerifiedQuotation) -> String
  ) -> JSONValue {
    let lines = LineIndex(draft.text.utf8)
    let hasLines = draft.format == .text || draft.format == .markdown
    let rules = QuotationVerdict.allCases.map { verdict -> JSONValue in
      .object([
        "id": .string(verdict.rawValue),
        "shortDescription": .object(["text": .string(description(of: verdict))]),
        "defaultConfiguration": .object([
          "level": .string(findings.contains(verdict) ? "error" : "note")
        ]),
      ])
    }
    let results = report.quotations.map { verified -> JSONValue in
      let isFinding = findings.contains(verified.verdict)
      var region: [String: JSONValue] = [
        "charOffset": .integer(verified.quotation.span.start.scalar),
        "charLength": .integer(verified.quotation.span.scalars.count),
        "snippet": .object(["text": .string(verified.quotation.text)]),
      ]
      // Lines of a text that was taken out of its form are none of the file's.
      if hasLines {
        let start = lines.position(of: verified.quotation.span.start.byte)
        let end = lines.position(of: verified.quotation.span.end.byte)
        region["startLine"] = .integer(start.line)
        region["startColumn"] = .integer(start.column)
        region["endLine"] = .integer(end.line)
        region["endColumn"] = .integer(end.column)
      }
      var place: [String: JSONValue] = ["region": .object(region)]
      place["artifactLocation"] = .object(["uri": .string(file.map(address) ?? "stdin")])
      return .object([
        "ruleId": .string(verified.verdict.rawValue),
        "kind": .string(isFinding ? "fail" : verified.verdict.isSound ? "pass" : "review"),
        "level": .string(isFinding ? "error" : "none"),
        "message": .object(["text": .string(message(verified))]),
        "locations": .array([.object(["physicalLocation": .object(place)])]),
      ])
    }
    return .object([
      "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"),
      "version": .string("2.1.0"),
      "runs": .array([
        .object([
          "tool": .object([
            "driver": .object([
              "name": .string("gazette verify"), "version": .string(version),
              "rules": .array(rules),
            ])
          ]),
          "columnKind": .string("unicodeCodePoints"), "results": .array(results),
        ])
      ]),
    ])
  }

  /// A path as the reference of RFC 3986: what is no plain letter of one is written in percent.
  private static func address(_ path: String) -> String {
    var address = ""
    for byte in path.utf8 {
      let isPlain =
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-._~/".utf8.contains(byte)
      if isPlain {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return address
  }

  private static func description(of verdict: QuotationVerdict) -> String {
    switch verdict {
    case .exact: "The words stand in the source byte for byte."
    case .normalised: "The words stand in the source in another form."
    case .elided:
      "The words stand in one passage of the source, with gaps where the draft marks them."
    case .altered: "Words of the quotation differ from those of the source."
    case .misattributed: "The words stand in another document than the one that is named."
    case .rendering: "The words are another wording or translation of a passage."
    case .tooShort: "The quotation is too short to be checked."
    case .absent: "The words stand in no document of the index."
    case .sourceMissing: "The document that is named is not in the index."
    }
  }
}
