#pragma once
#include <stddef.h>
#include <stdint.h>

/// Classes of three bytes in a row, 24 of them, one bit a class.
///
/// A place is of a class when each of the three bytes that begin there is. What the two halves of a byte allow lets a few
/// more bytes pass, so that a processor which looks sixteen values up at once reads 32 places at a step.
typedef struct {
  /// For each of the three bytes and each group of eight classes: what the lower half allows.
  uint8_t low[3][3][16];
  /// The same for the upper half.
  uint8_t high[3][3][16];
  /// For each of the three bytes: the classes of a whole byte.
  uint32_t classes[3][256];
  /// What the halves allow of the first group for rows of bytes of 80 and above, fewer than among all bytes.
  uint8_t wide_low[3][16];
  uint8_t wide_high[3][16];
  /// Whether the first group holds all classes that three such bytes may be of.
  uint32_t has_wide;
  /// The first group with a class that three bytes of ASCII may be of.
  uint32_t first_plain;
} gazette_window_tables;

/// Writes the places from `start` on that are of any class, in order, and returns how many.
///
/// Stops at the end of the text, behind which line feeds are thought, or when `capacity` is reached; `next` is where to go
/// on.
size_t gazette_find_windows(const gazette_window_tables *_Nonnull tables,
                            const uint8_t *_Nullable text, size_t count, size_t start,
                            uint32_t *_Nonnull places, size_t capacity, size_t *_Nonnull next);
