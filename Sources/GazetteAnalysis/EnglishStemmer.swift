internal import CSnowball

/// Porter's second English stemmer, as libstemmer has it, over British spelling brought to one form.
///
/// Every word of ASCII letters is taken for English; others are their own stem.
@safe
final class EnglishStemmer {
  private let stemmer: OpaquePointer

  init() {
    guard let stemmer = unsafe sb_stemmer_new("english", "UTF_8") else {
      preconditionFailure("libstemmer was built without its English stemmer")
    }
    unsafe self.stemmer = unsafe stemmer
  }

  deinit { unsafe sb_stemmer_delete(stemmer) }

  /// The stem of a folded word; never empty and never longer than the word.
  func stem(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = Array(word)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return bytes }
    if bytes.count > 2, bytes.suffix(2).elementsEqual("'s".utf8) { bytes.removeLast(2) }
    SpellingFolding.fold(&bytes)
    guard let result = unsafe sb_stemmer_stem(stemmer, bytes, Int32(bytes.count)) else {
      return bytes
    }
    let length = unsafe Int(sb_stemmer_length(stemmer))
    guard length > 0, length <= word.count else { return bytes }
    return unsafe Array(UnsafeBufferPointer(start: result, count: length))
  }
}
