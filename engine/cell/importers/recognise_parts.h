#pragma once

#include "engine/cell/importers/import_file.h"
#include "engine/cell/importers/recognise.h"

namespace knockscape::recognition
{

/// Recognises XML (SBML, GraphML) by its root element and counts its elements.
void recogniseXml(const ImportFile &file, RecognisedFile &result);

/// Recognises JSON by its keys: COBRA models, descriptions of cells.
void recogniseJson(const ImportFile &file, RecognisedFile &result);

/// Recognises text in rows: gene tables, features, annotations, networks, labels, FASTA, GML, SIF.
void recogniseText(ImportFile &file, RecognisedFile &result);

/// Makes the file Unknown for this reason.
void refuse(RecognisedFile &result, const std::string &format, const std::string &remedy);

/// Suggests an interaction type from the file's name; a plain form of the name if it says nothing.
std::string suggestedType(const ImportFile &file);

} // namespace knockscape::recognition
