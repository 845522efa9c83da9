#include "CTextMap.h"

#include "CVectors.h"

/// What has been found in the 64 bytes being read.
typedef struct {
  gazette_text_row row;
  mask doubt, controls, brackets;
} marks;

/// Reads 64 bytes; two bytes on either side of them must be readable.
INLINE void read(marks *found, const uint8_t *text) {
  found->row.line_ends = found->row.signs = found->row.starts = 0;
  for (int shift = 0; shift < 64; shift += WIDTH) {
    const uint8_t *place = text + shift;
    bytes here, third, last, last_but_one;
    load(&here, place);
    load(&third, place + 2);
    load(&last, place - 1);
    load(&last_but_one, place - 2);
    mask continues = (here & 0xC0) == 0x80;
    // Behind a lead of two or three bytes, and once more behind a lead of three, the scalar must go on.
    mask must = (last >= 0xC0) | (last_but_one >= 0xE0);
    // Leads that bind the byte behind them: E0, ED, F0 and above; C0 and C1 never stand.
    mask binds = (here == 0xE0) | (here == 0xED) | (here >= 0xF0) | ((here & 0xFE) == 0xC0);
    found->doubt |= (continues ^ must) | binds;
    mask ends = (here == 0x0A) | (here == 0x0D);
    found->controls |= (here < 0x20) & ~ends;
    found->brackets |= here == 0x5D;
    // Below 30 all but spaces and commas.
    mask low = (here < 0x30) & (here != 0x20) & (here != 0x2C);
    // 。 and 《 end with 82 and 8A.
    mask three = (here == 0xE3) & ((third & 0xF7) == 0x82);
    // ！？｡．, but not ，, which ends nothing and is met most.
    mask wide = (here == 0xEF) & (third != 0x8C);
    mask ellipsis = (here == 0xE2) & (third == 0xA6);
    mask signs = low | (here == 0x3F) | three | wide | ellipsis;
    found->row.line_ends |= bits(&ends) << shift;
    found->row.signs |= bits(&signs) << shift;
    mask starts = ~continues;
    found->row.starts |= bits(&starts) << shift;
  }
}

WIDER gazette_text_facts gazette_map_text(const uint8_t *text, size_t count,
                                          gazette_text_row *rows) {
  gazette_text_facts facts = {count, 0, 0};
  marks found = {0};
  uint64_t before = 0;
  for (size_t start = 0; start <= count; start += 64) {
    if (start >= 2 && start + 66 <= count) {
      read(&found, text + start);
    } else {
      // The ends of the text are read with spaces around them.
      uint8_t edge[68];
      memset(edge, 0x20, sizeof edge);
      size_t first = start >= 2 ? start - 2 : 0;
      size_t last = start + 66 <= count ? start + 66 : count;
      if (last > first) memcpy(edge + 2 + first - start, text + first, last - first);
      read(&found, edge + 2);
      if (count - start < 64) {
        uint64_t own = ((uint64_t)1 << (count - start)) - 1;
        found.row.line_ends &= own;
        found.row.signs &= own;
        found.row.starts &= own;
      }
    }
    if (facts.first_doubt == count && bits(&found.doubt)) facts.first_doubt = start;
    found.row.before = before;
    before += (uint64_t)__builtin_popcountll(found.row.starts);
    rows[start / 64] = found.row;
  }
  facts.has_controls = bits(&found.controls) != 0;
  facts.has_brackets = bits(&found.brackets) != 0;
  return facts;
}
