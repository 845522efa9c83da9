#pragma once
// Debian's libxml2 pulls ICU's headers in, which clash with those inside Foundation: switch them off first.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// xmlFree is a mutable global function pointer, which Swift 6 does not let through.
static inline void gazette_xml_free(void *pointer) { xmlFree(pointer); }
