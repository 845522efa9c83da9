#include "CWordSearch.h"

#include "CVectors.h"

/// A word by the two of its bytes that are looked for.
typedef struct {
  const uint8_t *word;
  size_t length, first, last;
  uint8_t other;
} wanted;

/// Which of 32 places have both bytes; all of them must leave room for the word.
INLINE uint64_t candidates(const wanted *of, const uint8_t *place) {
  bytes first, last;
  load(&first, place + of->first);
  load(&last, place + of->last);
  mask found = (first == of->word[of->first]) &
               ((last == of->word[of->last]) | (last == of->other));
  return bits(&found);
}

INLINE bool stands(const wanted *of, const uint8_t *place) {
  uint8_t last = place[of->last];
  return (last == of->word[of->last] || last == of->other) &&
         memcmp(place, of->word, of->last) == 0;
}

WIDER size_t gazette_find_word(const uint8_t *text, size_t start, size_t end, const uint8_t *word,
                               size_t length, uint8_t other) {
  if (start >= end || length == 0 || end - start < length) return end;
  // Leads are the same for thousands of characters, what they end with is not.
  wanted own = {word, length, word[0] >= 0xE0 && length > 3 ? 2 : 0, length - 1, other};
  // Behind the last place that leaves room for the word.
  size_t limit = end - length + 1;
  size_t place = start;
  while (place < limit) {
    uint64_t found;
    size_t base = place;
    if (limit - place >= 64) {
      found = candidates(&own, text + place) | candidates(&own, text + place + 32) << 32;
      place += 64;
    } else if (limit - place >= 32) {
      found = candidates(&own, text + place);
      place += 32;
    } else if (limit - start >= 32) {
      // The last places are looked at together with some before them.
      base = limit - 32;
      found = candidates(&own, text + base) & (~(uint64_t)0 << (place - base));
      place = limit;
    } else {
      found = stands(&own, text + place);
      place++;
    }
    for (; found; found &= found - 1) {
      size_t hit = base + (size_t)__builtin_ctzll(found);
      if (stands(&own, text + hit)) return hit;
    }
  }
  return end;
}
