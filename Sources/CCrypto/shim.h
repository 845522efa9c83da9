#pragma once
// The one-shot calls of OpenSSL 3 look an algorithm up by name at every call, which costs more than hashing a
// sentence; the older calls below stay supported and are marked deprecated only to steer new protocols away.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
