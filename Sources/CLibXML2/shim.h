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

static inline xmlParserInputPtr gazette_xml_refuse(const char *url, const char *id, xmlParserCtxtPtr context) {
  (void)url; (void)id; (void)context;
  return NULL;
}

// Process-wide settings, to be made once before the first parse. Below the default depth of 256 libxml2 drops the rest
// of the document, and HTML_PARSE_HUGE would lift limits that guard against quadratic input.
static inline void gazette_xml_prepare(void) {
  xmlInitParser();
  xmlParserMaxDepth = 2048;
  xmlSetExternalEntityLoader(gazette_xml_refuse);
}
