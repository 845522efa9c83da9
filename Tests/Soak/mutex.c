// Tells the thread sanitizer of the slow half of Swift's Mutex, which lies in a library that it does not watch.
//
// Without this a mutex that two threads wanted at once looks to it like no mutex, and what is guarded like a race. The
// fast half is compiled into whoever uses it and seen. Built and preloaded by "make soak SANITIZE=thread".

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *

void __tsan_acquire(void *address) __attribute__((weak));
void __tsan_release(void *address) __attribute__((weak));

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

SWIFT void gazette_lock_slow(uint32_t thread, SELF handle) __asm__(LOCK);
SWIFT void gazette_unlock_slow(SELF handle) __asm__(UNLOCK);

SWIFT void gazette_lock_slow(uint32_t thread, SELF handle) {
  SWIFT void (*next)(uint32_t, SELF) = (SWIFT void (*)(uint32_t, SELF))dlsym(RTLD_NEXT, LOCK);
  next(thread, handle);
  if (__tsan_acquire) __tsan_acquire(handle);
}

SWIFT void gazette_unlock_slow(SELF handle) {
  if (__tsan_release) __tsan_release(handle);
  SWIFT void (*next)(SELF) = (SWIFT void (*)(SELF))dlsym(RTLD_NEXT, UNLOCK);
  next(handle);
}
