#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define WIDTH 32
#define INLINE static inline __attribute__((always_inline))

#ifndef __has_feature
#define __has_feature(name) 0
#endif

// The choice is made while the program is being linked at its start, when a sanitizer is not ready to watch it.
#if defined(__x86_64__) && defined(__linux__) && !__has_feature(thread_sanitizer)
#define WIDER __attribute__((target_clones("avx2", "default")))
#else
#define WIDER
#endif

typedef uint8_t bytes __attribute__((ext_vector_type(WIDTH)));
/// What a comparison yields: all ones or zeros in each lane.
typedef __typeof__((bytes){0} == (bytes){0}) mask;
typedef bool lanes __attribute__((ext_vector_type(WIDTH)));

// Wide vectors go by address: not every version of the loop may pass them in registers.

INLINE void load(bytes *loaded, const uint8_t *place) { memcpy(loaded, place, sizeof *loaded); }

INLINE uint64_t bits(const mask *of) {
  uint32_t found;
  lanes set = __builtin_convertvector(*of, lanes);
  memcpy(&found, &set, sizeof found);
  return found;
}
