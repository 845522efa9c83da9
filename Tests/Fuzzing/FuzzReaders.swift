import Foundation

/// The reader that `GAZETTE_FUZZ` names.
private let reader = ProcessInfo.processInfo.environment["GAZETTE_FUZZ"] ?? ""

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  switch reader {
  case "text": FuzzInput.read(bytes, file: "a.txt")
  case "markdown": FuzzInput.read(bytes, file: "a.md")
  case "html": FuzzInput.read(bytes, file: "a.html")
  case "xml": FuzzInput.read(bytes, file: "a.xml")
  case "office": FuzzInput.readParts(bytes)
  case "archive": FuzzInput.readMembers(bytes, file: "a.zip")
  case "records": FuzzInput.readMembers(bytes, file: "a.jsonl")
  default: preconditionFailure("GAZETTE_FUZZ names one of the readers")
  }
  return 0
}
