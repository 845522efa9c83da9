#pragma once
#include <stddef.h>
#include <stdint.h>

/// The first place in a part of a text at which a word stands whole; `end` when it stands nowhere.
///
/// `other` is what the last byte of the word may be instead; give the last byte itself where it may be nothing else. The word
/// must have one byte or more. 64 places are looked at by two of their bytes at a step.
size_t gazette_find_word(const uint8_t *_Nullable text, size_t start, size_t end,
                         const uint8_t *_Nonnull word, size_t length, uint8_t other);
