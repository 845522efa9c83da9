/// English words that stand for numbers and months.
enum EnglishNumerals {
  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
  ]
  private static let tens = [
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static let values: [[UInt8]: Int] = {
    var values: [[UInt8]: Int] = [:]
    for (value, word) in small.enumerated() where value > 1 { values[Array(word.utf8)] = value }
    for (place, word) in tens.enumerated() { values[Array(word.utf8)] = 30 + 10 * place }
    return values
  }()

  private static let monthNumbers: [[UInt8]: Int] = {
    var numbers: [[UInt8]: Int] = [:]
    for (place, word) in months.enumerated() {
      numbers[Array(word.utf8)] = place + 1
      numbers[Array(word.utf8.prefix(3))] = place + 1
    }
    numbers[Array("sept".utf8)] = 9
    return numbers
  }()

  /// The value of a word in lower case, from two to ninety and a hundred; `nil` for others.
  static func value(of word: [UInt8]) -> Int? { word.count < 3 ? nil : values[word] }

  /// The month that a word in lower case names, or its first three letters; `nil` for others.
  static func month(_ word: [UInt8]) -> Int? { word.count < 3 ? nil : monthNumbers[word] }
}
