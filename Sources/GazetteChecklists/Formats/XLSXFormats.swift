internal import CXLSXWriter

/// The looks of the cells of a workbook.
final class XLSXFormats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  /// A cell that anybody may change.
  let plain: UnsafeMutablePointer<lxw_format>?
  /// A cell that is protected.
  let locked: UnsafeMutablePointer<lxw_format>?
  /// The headers.
  let header: UnsafeMutablePointer<lxw_format>?
  /// The header of the protected column.
  let lockedHeader: UnsafeMutablePointer<lxw_format>?
  /// What a person wrote where the source states something else, or nothing.
  let own: UnsafeMutablePointer<lxw_format>?
  /// A text that leads to an address.
  let link: UnsafeMutablePointer<lxw_format>?
  private var numbers: [String: UnsafeMutablePointer<lxw_format>?] = [:]

  /// Makes the looks for one workbook.
  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
    func make(_ change: (UnsafeMutablePointer<lxw_format>?) -> Void) -> UnsafeMutablePointer<
      lxw_format
    >? {
      let format = workbook_add_format(book)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      change(format)
      return format
    }
    plain = make { format_set_unlocked($0) }
    locked = make { format_set_font_color($0, 0x808080) }
    header = make {
      format_set_unlocked($0)
      format_set_bold($0)
      format_set_bg_color($0, 0xE7EDF5)
    }
    lockedHeader = make {
      format_set_bold($0)
      format_set_bg_color($0, 0xE7EDF5)
    }
    own = make {
      format_set_unlocked($0)
      format_set_font_color($0, 0x1F4E9E)
    }
    link = make {
      format_set_unlocked($0)
      format_set_font_color($0, 0x0000FF)
      format_set_underline($0, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
  }

  /// The look of a number with a format code.
  func number(_ code: String) -> UnsafeMutablePointer<lxw_format>? {
    // The library keeps 128 bytes of a code.
    let code = code.utf8.count < 127 ? code : ""
    if let known = numbers[code] { return known }
    let format = workbook_add_format(book)
    format_set_unlocked(format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if !code.isEmpty { format_set_num_format(format, code) }
    numbers[code] = format
    return format
  }
}
