import FuzzInput

/// JSON Lines.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  FuzzInput.readMembers(start, count, file: "a.jsonl")
}
