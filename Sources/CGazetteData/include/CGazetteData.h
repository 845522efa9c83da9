#pragma once
#include <stddef.h>

/// A table that was compiled into the program: UTF-8 text, lines ended by LF, `#` comments, fields parted by tabs.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} GazetteTable;

/// Ranges of scalars by class, then scalar<TAB>fold: case, width, accents, compatibility forms. See data/folding.txt.
GazetteTable gazette_table_folding(void);
/// Both tables of folds prepared for look-ups, aligned to 16 bytes. See FoldingTable.swift; the tests keep it true.
GazetteTable gazette_table_prepared_folding(void);
/// Traditional scalar<TAB>Simplified scalar. See data/traditional.txt.
GazetteTable gazette_table_traditional(void);
/// key<TAB>English<TAB>Chinese: every message of the command. See data/messages.txt.
GazetteTable gazette_table_messages(void);
/// Lexicons of the parser: section name in brackets, then a line an entry. See data/lexicon.txt.
GazetteTable gazette_table_lexicon(void);
/// Tables by which the parser tells who speaks: section name in brackets, then a line an entry. See data/voices.txt.
GazetteTable gazette_table_voices(void);
/// Words of the catalogue of damage: section name in brackets, then a line an entry. See data/damage.txt.
GazetteTable gazette_table_damage(void);
/// How papers are numbered, cited and related: section name in brackets, then a line an entry. See data/citations.txt.
GazetteTable gazette_table_citations(void);
/// What tells numbered formulas from counted things: section name in brackets, then a line an entry. See data/formulas.txt.
GazetteTable gazette_table_formulas(void);
/// The starting thesaurus as YAML: corpus/concepts.yaml itself.
GazetteTable gazette_table_concepts(void);
/// Han character<TAB>its readings without tones, parted by blanks. See data/pinyin.txt.
GazetteTable gazette_table_pinyin(void);
/// Words that say nothing about what a question is about: section name in brackets, then a line an entry. See
/// data/function-words.txt.
GazetteTable gazette_table_function_words(void);
/// What bibliographies call the kinds of papers.
GazetteTable gazette_table_citation_types(void);
/// Words by which measures are found: section in brackets, then words parted by blanks or commas. See data/measures.txt.
GazetteTable gazette_table_measures(void);
/// Heads of the columns of task lists: section in brackets, then a head a line. See data/task-columns.txt.
GazetteTable gazette_table_task_columns(void);
/// The words of checklists: kind<TAB>key<TAB>Chinese<TAB>English<TAB>further words parted by |. See data/checklist.txt.
GazetteTable gazette_table_checklist(void);
/// Words that tell whom or what a measure holds for: section in brackets, then a word a line. See data/scopes.txt.
GazetteTable gazette_table_scopes(void);
/// The words of study packs around those of the sources: key, English, Chinese. See data/study.txt.
GazetteTable gazette_table_study(void);
/// Words that tell what a question asks for: section in brackets, then a phrase a line. See data/questions.txt.
GazetteTable gazette_table_questions(void);
/// Words beside a term that say what it is: section in brackets, then a phrase a line. See data/definition-cues.txt.
GazetteTable gazette_table_definition_cues(void);
/// Words in the names of bodies that tell their level: section in brackets, then words parted by commas. See
/// data/body-levels.txt.
GazetteTable gazette_table_body_levels(void);
/// Words that turn what a sentence says: section in brackets, then words parted by commas. See data/guard-words.txt.
GazetteTable gazette_table_guard_words(void);
/// How much kinds of documents and of voices weigh as a source.
GazetteTable gazette_table_strengths(void);
/// subcommand<TAB>exit status<TAB>English example<TAB>Chinese example, in the order in which they can be tried. See
/// data/examples.txt.
GazetteTable gazette_table_examples(void);
/// The scripts by which shells complete words of the command; the words themselves come from the command.
GazetteTable gazette_table_completion_bash(void);
GazetteTable gazette_table_completion_zsh(void);
GazetteTable gazette_table_completion_fish(void);
