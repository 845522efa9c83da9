#include "CGazetteData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char folding[] = {
#embed "data/folding.txt"
};
static const unsigned char traditional[] = {
#embed "data/traditional.txt"
};
static const _Alignas(16) unsigned char prepared_folding[] = {
#embed "data/folding.bin"
};
static const unsigned char messages[] = {
#embed "data/messages.txt"
};
static const unsigned char lexicon[] = {
#embed "data/lexicon.txt"
};
static const unsigned char voices[] = {
#embed "data/voices.txt"
};
static const unsigned char damage[] = {
#embed "data/damage.txt"
};
static const unsigned char citations[] = {
#embed "data/citations.txt"
};
static const unsigned char formulas[] = {
#embed "data/formulas.txt"
};
static const unsigned char function_words[] = {
#embed "data/function-words.txt"
};
static const unsigned char citation_types[] = {
#embed "data/citation-types.txt"
};
static const unsigned char measures[] = {
#embed "data/measures.txt"
};
static const unsigned char task_columns[] = {
#embed "data/task-columns.txt"
};
static const unsigned char scopes[] = {
#embed "data/scopes.txt"
};
static const unsigned char study[] = {
#embed "data/study.txt"
};
static const unsigned char questions[] = {
#embed "data/questions.txt"
};
static const unsigned char definition_cues[] = {
#embed "data/definition-cues.txt"
};
static const unsigned char body_levels[] = {
#embed "data/body-levels.txt"
};
static const unsigned char guard_words[] = {
#embed "data/guard-words.txt"
};
static const unsigned char strengths[] = {
#embed "data/strengths.txt"
};
static const unsigned char checklist[] = {
#embed "data/checklist.txt"
};
static const unsigned char pinyin[] = {
#embed "data/pinyin.txt"
};
static const unsigned char examples[] = {
#embed "data/examples.txt"
};
static const unsigned char completion_bash[] = {
#embed "data/completion.bash"
};
static const unsigned char completion_zsh[] = {
#embed "data/completion.zsh"
};
static const unsigned char completion_fish[] = {
#embed "data/completion.fish"
};
static const unsigned char concepts[] = {
#embed "../../corpus/concepts.yaml"
};

GazetteTable gazette_table_folding(void) { return (GazetteTable){folding, sizeof folding}; }
GazetteTable gazette_table_traditional(void) { return (GazetteTable){traditional, sizeof traditional}; }
GazetteTable gazette_table_prepared_folding(void) {
  return (GazetteTable){prepared_folding, sizeof prepared_folding};
}
GazetteTable gazette_table_messages(void) { return (GazetteTable){messages, sizeof messages}; }
GazetteTable gazette_table_lexicon(void) { return (GazetteTable){lexicon, sizeof lexicon}; }
GazetteTable gazette_table_voices(void) { return (GazetteTable){voices, sizeof voices}; }
GazetteTable gazette_table_damage(void) { return (GazetteTable){damage, sizeof damage}; }
GazetteTable gazette_table_citations(void) { return (GazetteTable){citations, sizeof citations}; }
GazetteTable gazette_table_formulas(void) { return (GazetteTable){formulas, sizeof formulas}; }
GazetteTable gazette_table_concepts(void) { return (GazetteTable){concepts, sizeof concepts}; }
GazetteTable gazette_table_pinyin(void) { return (GazetteTable){pinyin, sizeof pinyin}; }
GazetteTable gazette_table_measures(void) { return (GazetteTable){measures, sizeof measures}; }
GazetteTable gazette_table_task_columns(void) {
  return (GazetteTable){task_columns, sizeof task_columns};
}
GazetteTable gazette_table_scopes(void) { return (GazetteTable){scopes, sizeof scopes}; }
GazetteTable gazette_table_study(void) { return (GazetteTable){study, sizeof study}; }
GazetteTable gazette_table_questions(void) { return (GazetteTable){questions, sizeof questions}; }
GazetteTable gazette_table_definition_cues(void) { return (GazetteTable){definition_cues, sizeof definition_cues}; }
GazetteTable gazette_table_body_levels(void) {
  return (GazetteTable){body_levels, sizeof body_levels};
}
GazetteTable gazette_table_guard_words(void) { return (GazetteTable){guard_words, sizeof guard_words}; }
GazetteTable gazette_table_strengths(void) { return (GazetteTable){strengths, sizeof strengths}; }
GazetteTable gazette_table_checklist(void) { return (GazetteTable){checklist, sizeof checklist}; }
GazetteTable gazette_table_function_words(void) { return (GazetteTable){function_words, sizeof function_words}; }
GazetteTable gazette_table_citation_types(void) {
  return (GazetteTable){citation_types, sizeof citation_types};
}
GazetteTable gazette_table_examples(void) { return (GazetteTable){examples, sizeof examples}; }
GazetteTable gazette_table_completion_bash(void) { return (GazetteTable){completion_bash, sizeof completion_bash}; }
GazetteTable gazette_table_completion_zsh(void) { return (GazetteTable){completion_zsh, sizeof completion_zsh}; }
GazetteTable gazette_table_completion_fish(void) { return (GazetteTable){completion_fish, sizeof completion_fish}; }
