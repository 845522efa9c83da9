#pragma once
#include <zlib.h>

// inflateInit2 is a macro, which Swift does not see.
static inline int gazette_inflate_begin(z_stream *stream, int window) { return inflateInit2(stream, window); }
