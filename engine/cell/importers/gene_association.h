#pragma once

#include "engine/cell/importers/annotation_collector.h"
#include "engine/cell/importers/import_file.h"

#include <string_view>

namespace knockscape
{

/// True for the Gene Ontology's annotation file format (GAF 1.0 to 2.2), from the beginning of the text.
bool isGeneAssociation(std::string_view text);

/// Rows of the file that are annotations; for a quick look.
std::size_t countGeneAssociations(std::string_view text);

/// Adds the GO terms of a GAF file (geneontology.org, "GO Annotation File format 2.2") to the columns of their aspects.
/// A gene is found by the object's id, symbol and synonyms (of which one is its systematic name). Rows that say NOT are
/// no annotations and are counted, as are rows whose names mean different genes.
void readGeneAssociation(ImportFile &file, AnnotationCollector &collector);

} // namespace knockscape
