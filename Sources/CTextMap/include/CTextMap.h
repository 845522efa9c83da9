#pragma once
#include <stddef.h>
#include <stdint.h>

/// What is known of 64 bytes of a text, the first byte in the lowest bit; bits behind the end of the text are zero.
typedef struct {
  /// Line feeds and carriage returns.
  uint64_t line_ends;
  /// Bytes that could end a sentence or hold its end back, and a few more.
  uint64_t signs;
  /// Bytes that begin a scalar.
  uint64_t starts;
  /// The scalars that begin before these bytes.
  uint64_t before;
} gazette_text_row;

/// What is known of a text as a whole.
typedef struct {
  /// The start of the first 64 bytes that may hold broken UTF-8, or that hold leads which bind the byte behind them; the
  /// count when there are none.
  size_t first_doubt;
  /// Whether a control character stands in the text that is no line end.
  uint8_t has_controls;
  /// Whether `]` stands in the text.
  uint8_t has_brackets;
} gazette_text_facts;

/// Reads a text once and fills `count / 64 + 1` rows: plain C, so that one loop is compiled for wider vectors too and the
/// processor's best is taken when the program starts.
gazette_text_facts gazette_map_text(const uint8_t *_Nullable text, size_t count,
                                    gazette_text_row *_Nonnull rows);
#include "CWindowGate.h"
#include "CWordSearch.h"
