import FuzzInput

/// Bytes to text: encodings and plain text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  FuzzInput.read(start, count, file: "a.txt")
}
