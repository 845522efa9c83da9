#include "CWindowGate.h"

#define WIDTH 32
#define INLINE static inline __attribute__((always_inline))

/// The classes of a place; the two bytes behind it must be readable.
INLINE uint32_t classes(const gazette_window_tables *tables, const uint8_t *place) {
  return tables->classes[0][place[0]] & tables->classes[1][place[1]] &
         tables->classes[2][place[2]];
}

/// Which of 32 places are of any class, one after the other.
INLINE uint32_t read_plain(const gazette_window_tables *tables, const uint8_t *text) {
  uint32_t found = 0;
  for (int place = 0; place < WIDTH; place++)
    found |= (uint32_t)(classes(tables, text + place) != 0) << place;
  return found;
}

#if defined(__x86_64__)
#include <immintrin.h>
#define WIDE __attribute__((target("avx2")))

/// What 32 places may be of some groups of classes; 34 bytes must be readable.
static inline WIDE __attribute__((always_inline)) uint32_t
read_groups(const gazette_window_tables *restrict tables, const uint8_t *text, int from, int to) {
  const __m256i half = _mm256_set1_epi8(0x0F);
  __m256i found[3];
  for (int byte = 0; byte < 3; byte++) {
    __m256i here = _mm256_loadu_si256((const __m256i *)(text + byte));
    __m256i low = _mm256_and_si256(here, half);
    __m256i high = _mm256_and_si256(_mm256_srli_epi16(here, 4), half);
    for (int group = from; group < to; group++) {
      __m256i lows = _mm256_broadcastsi128_si256(
          _mm_loadu_si128((const __m128i *)tables->low[byte][group]));
      __m256i highs = _mm256_broadcastsi128_si256(
          _mm_loadu_si128((const __m128i *)tables->high[byte][group]));
      __m256i fits = _mm256_and_si256(_mm256_shuffle_epi8(lows, low),
                                      _mm256_shuffle_epi8(highs, high));
      found[group] = byte == 0 ? fits : _mm256_and_si256(found[group], fits);
    }
  }
  __m256i any = found[from];
  for (int group = from + 1; group < to; group++) any = _mm256_or_si256(any, found[group]);
  __m256i none = _mm256_cmpeq_epi8(any, _mm256_setzero_si256());
  return ~(uint32_t)_mm256_movemask_epi8(none);
}

/// The same where all bytes are 80 and above.
static inline WIDE __attribute__((always_inline)) uint32_t
read_beyond(const gazette_window_tables *restrict tables, const uint8_t *text) {
  const __m256i half = _mm256_set1_epi8(0x0F);
  __m256i found = _mm256_set1_epi8(-1);
  for (int byte = 0; byte < 3; byte++) {
    __m256i here = _mm256_loadu_si256((const __m256i *)(text + byte));
    __m256i low = _mm256_and_si256(here, half);
    __m256i high = _mm256_and_si256(_mm256_srli_epi16(here, 4), half);
    __m256i lows =
        _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)tables->wide_low[byte]));
    __m256i highs =
        _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)tables->wide_high[byte]));
    found = _mm256_and_si256(found, _mm256_and_si256(_mm256_shuffle_epi8(lows, low),
                                                     _mm256_shuffle_epi8(highs, high)));
  }
  __m256i none = _mm256_cmpeq_epi8(found, _mm256_setzero_si256());
  return ~(uint32_t)_mm256_movemask_epi8(none);
}

/// The same for all groups that bytes of their kind may be of.
static inline WIDE __attribute__((always_inline)) uint32_t
read_wide(const gazette_window_tables *restrict tables, const uint8_t *text) {
  __m256i first = _mm256_loadu_si256((const __m256i *)text);
  __m256i last = _mm256_loadu_si256((const __m256i *)(text + 2));
  if (tables->has_wide && _mm256_movemask_epi8(_mm256_and_si256(first, last)) == -1)
    return read_beyond(tables, text);
  if (tables->first_plain == 1 && _mm256_movemask_epi8(_mm256_or_si256(first, last)) == 0)
    return read_groups(tables, text, 1, 3);
  return read_groups(tables, text, 0, 3);
}
#endif

/// Writes what is set in a row of 32 places, and is of a class by whole bytes too.
INLINE size_t take(const gazette_window_tables *tables, const uint8_t *text, uint32_t found,
                   size_t start, uint32_t *places, size_t made) {
  for (; found; found &= found - 1) {
    size_t place = start + (size_t)__builtin_ctz(found);
    places[made] = (uint32_t)place;
    made += classes(tables, text + place) != 0;
  }
  return made;
}

/// Reads as long as whole rows are there and have room.
static size_t find_plain(const gazette_window_tables *tables, const uint8_t *text, size_t count,
                         size_t *start, uint32_t *places, size_t capacity) {
  size_t made = 0;
  for (; *start + WIDTH + 2 <= count && made + WIDTH <= capacity; *start += WIDTH)
    made = take(tables, text, read_plain(tables, text + *start), *start, places, made);
  return made;
}

#if defined(__x86_64__)
static WIDE size_t find_wide(const gazette_window_tables *tables, const uint8_t *text,
                             size_t count, size_t *start, uint32_t *places, size_t capacity) {
  size_t made = 0;
  for (; *start + WIDTH + 2 <= count && made + WIDTH <= capacity; *start += WIDTH)
    made = take(tables, text, read_wide(tables, text + *start), *start, places, made);
  return made;
}
#endif

size_t gazette_find_windows(const gazette_window_tables *tables, const uint8_t *text,
                            size_t count, size_t start, uint32_t *places, size_t capacity,
                            size_t *next) {
  size_t made = 0;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2"))
    made = find_wide(tables, text, count, &start, places, capacity);
  else
#endif
    made = find_plain(tables, text, count, &start, places, capacity);
  while (start < count && made < capacity && start + WIDTH + 2 > count) {
    // The text is read as if line feeds followed it.
    uint8_t edge[3] = {0x0A, 0x0A, 0x0A};
    for (size_t byte = 0; byte < 3 && start + byte < count; byte++) edge[byte] = text[start + byte];
    if (classes(tables, edge)) places[made++] = (uint32_t)start;
    start++;
  }
  *next = start;
  return made;
}
