#pragma once

#include "engine/cell/importers/import_file.h"
#include "engine/cell/importers/raw_network.h"

#include <string>

namespace knockscape
{

/// A format in which programs write networks, other than tables with columns to choose among.
struct GraphFormat {
    /// For people, translated: "GraphML".
    std::string (*name)(const ImportFile &file);
    bool (*matches)(const ImportFile &file);
    /// Reads the network of this interaction type (as in readDelimitedNetwork()). The content may be changed.
    RawNetwork (*read)(ImportFile &file, const std::string &type);
};

/// The format that the content (or for SIF, which nothing tells from a table, the name) of a file is in; nullptr where
/// it is none of them. The one list of these formats: import, recognition and messages all ask here.
const GraphFormat *graphFormatOf(const ImportFile &file);

/// Their names, for messages: "GraphML, XGMML, …".
std::string graphFormatNames();

/// GML (Himsolt 1997): node id, label; edge source, target, perhaps weight or value. A label of several words
/// ("ymr056c  aac1") counts by its first. Throws InputError with file and line.
RawNetwork readGml(ImportFile &file);

/// GraphML: nodes by the data or attribute called name, label or id; weight likewise. Throws InputError.
RawNetwork readGraphMl(const ImportFile &file);

/// XGMML: nodes by the attribute called name, else by label or id; weight, score, … of edges. Throws InputError.
RawNetwork readXgmml(const ImportFile &file);

/// GEXF 1.1 to 1.3: nodes by label, else an attribute called name or gene, else id; weight of edges. Throws InputError.
RawNetwork readGexf(const ImportFile &file);

/// SIF (Cytoscape): "source type target…" a line, separated by tabs if there are any, else by blanks; a line of one
/// name is a node alone.
RawNetwork readSif(ImportFile &file);

/// PSI-MI TAB 2.5 to 2.8 (IntAct, BioGRID, MINT, DIP, PSICQUIC), with or without a header. Interactors are called by
/// their locus name where the file has one, else by gene name, else by identifier; all of these serve to find the gene,
/// synonyms where they find none. `type` "physical" or "genetic" keeps only such interactions. Interactions that were
/// found not to take place are left out and counted, as are rows of a single interactor. The weight is the MI score
/// where each row has one. Throws InputError.
RawNetwork readMitab(ImportFile &file, const std::string &type);

/// Whether the content is that format.
bool isGml(const ImportFile &file);
bool isGraphMl(const ImportFile &file);
bool isSif(const ImportFile &file);
bool isMitab(const ImportFile &file);

} // namespace knockscape
