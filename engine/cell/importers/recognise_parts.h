#pragma once

#include "engine/cell/importers/graph_formats.h"
#include "engine/cell/importers/import_file.h"
#include "engine/cell/importers/recognise.h"

namespace knockscape::recognition
{

/// Reads a network in one of the formats of graph_formats.h and says what it holds.
void recogniseGraph(ImportFile &file, const GraphFormat &format, RecognisedFile &result);

/// What a network holds that was read: nodes, edges, the first names, and what is to be said about it.
void describeNetwork(const ImportFile &file, const RawNetwork &network, RecognisedFile &result);

/// Recognises XML other than networks (SBML) by its root element and counts its elements.
void recogniseXml(const ImportFile &file, RecognisedFile &result);

/// Recognises JSON by its keys: COBRA models, descriptions of cells.
void recogniseJson(const ImportFile &file, RecognisedFile &result);

/// Recognises text in rows: gene tables, features, annotations, networks, labels, FASTA.
void recogniseText(ImportFile &file, RecognisedFile &result);

/// Makes the file Unknown for this reason.
void refuse(RecognisedFile &result, const std::string &format, const std::string &remedy);

/// Suggests an interaction type from the file's name; a plain form of the name if it says nothing.
std::string suggestedType(const ImportFile &file);

} // namespace knockscape::recognition
