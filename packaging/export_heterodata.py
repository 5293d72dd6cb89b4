#!/usr/bin/env python3
"""Writes a torchcell cell, a PyTorch Geometric HeteroData, as a Knockscape bundle. Needs PyTorch and nothing else.

    packaging/export_heterodata.py CELL.pt NAME.cell [--name NAME] [--organism ORGANISM]

CELL.pt is what torch.save(dataset.cell_graph, "CELL.pt") wrote. In Python, with the object at hand:

    from export_heterodata import export_cell
    export_cell(dataset.cell_graph, "yeast.cell")

What a HeteroData holds and where it goes:
    gene.node_ids, gene.x                                  genes.tsv, features.safetensors
    (gene, TYPE_interaction, gene).edge_index              interactions/TYPE.tsv
    (metabolite, reaction…, metabolite).hyperedge_index    metabolites.tsv, reactions.tsv, stoichiometry.tsv; also as
    or (reaction, rmr, metabolite).hyperedge_index         (gene, gpr, reaction) instead of reaction_to_genes
Flux bounds and the objective are not in a HeteroData: growth cannot be simulated on the result. Genotypes and labels of
a sample are left out. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a file that cannot be used.
"""

import argparse
import collections
import ctypes
import hashlib
import json
import math
import os
import pathlib
import pickle
import re
import shutil
import sys
import tempfile
import zipfile


def parsed_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("heterodata", metavar="CELL.pt")
    parser.add_argument("out", metavar="NAME.cell")
    parser.add_argument("--name", help="name of the cell (default: that of the folder)")
    parser.add_argument("--organism", default="")
    return parser.parse_args()


try:
    import torch
except ModuleNotFoundError:
    if __name__ != "__main__":
        raise
    parsed_arguments()  # Help and wrong usage need no PyTorch.
    sys.exit("PyTorch is not installed for this Python: install Debian's python3-torch, or run the script where PyTorch is.")


class CellError(Exception):
    """A cell that cannot be exported; the text says where and what to do."""


class Placeholder:
    """Stands for any class that is not needed: keeps its state and does nothing, whatever the file asks for."""

    def __new__(cls, *arguments, **keywords):
        return object.__new__(cls)

    def __init__(self, *arguments, **keywords):
        self.__dict__["_items"] = []

    def __setstate__(self, state):
        for part in state if isinstance(state, tuple) else (state,):
            if isinstance(part, dict):
                self.__dict__.update(part)

    def __setitem__(self, key, value):
        self.__dict__.setdefault("_items", []).append((key, value))

    def append(self, value):
        self.__dict__.setdefault("_items", []).append(value)

    def extend(self, values):
        self.__dict__.setdefault("_items", []).extend(values)


STORAGES = {"FloatStorage": torch.float32, "DoubleStorage": torch.float64, "HalfStorage": torch.float16,
            "BFloat16Storage": torch.bfloat16, "LongStorage": torch.int64, "IntStorage": torch.int32,
            "ShortStorage": torch.int16, "CharStorage": torch.int8, "ByteStorage": torch.uint8,
            "BoolStorage": torch.bool}
CONTAINERS = {"collections": {"OrderedDict": collections.OrderedDict, "defaultdict": collections.defaultdict},
              "builtins": {"set": set, "frozenset": frozenset, "list": list, "dict": dict, "tuple": tuple}}


def rebuild_tensor(storage, offset, size, stride, *unused):
    return torch.as_strided(storage, tuple(size), tuple(stride), offset)


def rebuild_parameter(tensor, *unused):
    return tensor


class CellUnpickler(pickle.Unpickler):
    """Builds tensors, containers and numbers, and placeholders for the rest. Nothing a file names is imported or called.

    Not torch.load with a pickle_module: PyTorch 1.13 ignores that and runs what the file says.
    """

    def __init__(self, archive, folder):
        super().__init__(archive.open(folder + "/data.pkl"), encoding="utf-8")
        self.archive = archive
        self.folder = folder
        self.storages = {}

    def find_class(self, module, name):
        module = {"__builtin__": "builtins"}.get(module, module)
        if name in CONTAINERS.get(module, {}):
            return CONTAINERS[module][name]
        if module == "torch._utils" and name in ("_rebuild_tensor", "_rebuild_tensor_v2"):
            return rebuild_tensor
        if module == "torch._utils" and name.startswith("_rebuild_parameter"):
            return rebuild_parameter
        if module == "torch" and name in STORAGES:
            return STORAGES[name]
        return torch.Size if (module, name) == ("torch", "Size") else type(name, (Placeholder,), {"__module__": module})

    def persistent_load(self, identifier):
        kind, dtype, key = identifier[:3]
        if kind != "storage" or not isinstance(dtype, torch.dtype):
            raise CellError(f"a storage of type {dtype} is not supported")
        if key not in self.storages:
            content = bytearray(self.archive.read(f"{self.folder}/data/{key}"))
            self.storages[key] = torch.frombuffer(content, dtype=dtype) if content else torch.empty(0, dtype=dtype)
        return self.storages[key]


def load(path):
    """What torch.save wrote, read without running anything."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        folder = next((name[:-len("/data.pkl")] for name in names if name.endswith("/data.pkl")), None)
        if folder is None:
            raise CellError("the archive has no data.pkl")
        if folder + "/byteorder" in names and archive.read(folder + "/byteorder") != b"little":
            raise CellError("the file was saved on a big-endian machine")
        return CellUnpickler(archive, folder).load()


def read_heterodata(path):
    """The HeteroData in a file of torch.save: the object itself, or among the values of a dictionary."""
    try:
        loaded = load(path)
    except FileNotFoundError:
        raise CellError(f"{path}: there is no such file") from None
    except OSError:
        raise
    except Exception as error:
        raise CellError(f"{path}: the file cannot be read ({error}); save it again with torch.save of PyTorch 1.6 or "
                        "later") from error
    candidates = [loaded] + list(loaded.values() if isinstance(loaded, dict) else ())
    candidates += [getattr(value, "cell_graph", None) for value in candidates]
    for value in candidates:
        if hasattr(value, "__dict__") and "_node_store_dict" in value.__dict__:
            return value
    raise CellError(f"{path}: the file holds no HeteroData; save one with torch.save(dataset.cell_graph, …)")


def attributes(store):
    """What a PyG storage holds, by name."""
    return dict(store.__dict__["_mapping"])


def stores(data):
    """Attributes of each node type, and of each edge type (source, relation, target)."""
    try:
        nodes = {key: attributes(store) for key, store in data.__dict__["_node_store_dict"].items()}
        edges = {tuple(key): attributes(store) for key, store in data.__dict__["_edge_store_dict"].items()}
    except (KeyError, AttributeError):
        raise CellError("This is not a HeteroData: it has no stores of nodes and edges") from None
    return nodes, edges


def texts(values):
    values = values.tolist() if isinstance(values, torch.Tensor) else list(values)
    return [str(value) for value in values]


def node_ids(nodes, kind, count=None):
    """Ids of the nodes of a kind; made from their numbers where there are none but their count is known."""
    ids = nodes.get(kind, {}).get("node_ids")
    ids = texts(ids) if ids is not None else [f"{kind}_{i}" for i in range(count or 0)]
    duplicates = [name for name, times in collections.Counter(ids).items() if times > 1]
    if duplicates:
        raise CellError(f"{kind}.node_ids: {duplicates[0]} is there twice; give every {kind} one id")
    unusable = [name for name in ids if not name.strip() or re.search(r"[\t\r\n\0]", name)]
    if unusable:
        raise CellError(f"{kind}.node_ids: {unusable[0]!r} cannot be an id; ids are not empty and have no tabs or line breaks")
    return ids


def index_pairs(edge, key, limits, name):
    """The two rows of an index tensor, checked against the number of nodes at either end."""
    index = edge.get(name)
    if not isinstance(index, torch.Tensor) or index.dim() != 2 or index.size(0) != 2:
        raise CellError(f"{key}.{name}: a tensor [2, edges] is expected")
    rows = [row.tolist() for row in index.long()]
    for row, limit in zip(rows, limits):
        if row and (min(row) < 0 or (limit is not None and max(row) >= limit)):
            raise CellError(f"{key}.{name}: an index lies outside the {limit} nodes; export the cell graph, not a subgraph of it")
    return rows


def network_type(relation):
    """"physical" for "physical_interaction": the bundle's name of a network."""
    return re.sub(r"[^A-Za-z0-9 _.+-]", "_", re.sub(r"_interaction$", "", relation)).strip(" .") or "network"


def read_networks(edges, genes):
    """Networks between genes: (type, directed, [(source, target, weight or None)])."""
    networks = []
    for key, edge in edges.items():
        if (key[0], key[2]) != ("gene", "gene") or "edge_index" not in edge:
            continue
        sources, targets = index_pairs(edge, key, (len(genes), len(genes)), "edge_index")
        weights = edge.get("edge_weight", edge.get("edge_attr"))
        usable = isinstance(weights, torch.Tensor) and weights.numel() == len(sources)
        weights = weights.flatten().tolist() if usable else [None] * len(sources)
        pairs = collections.Counter(zip(sources, targets))
        # Each direction once and with its reverse: one undirected edge. Anything else is a list of messages to keep.
        symmetric = all(times == 1 and (b, a) in pairs for (a, b), times in pairs.items())
        rows = [(a, b, w) for a, b, w in zip(sources, targets, weights) if not symmetric or a <= b]
        networks.append((network_type(key[1]), not symmetric, rows))
    names = [name.lower() for name, _, _ in networks]
    if len(set(names)) < len(names):
        raise CellError("Two networks between genes have the same name but for characters that a file name cannot hold")
    return networks


def genes_of_reactions(nodes, edges, edge, genes):
    """The names of the genes of each reaction; a gene outside the gene set keeps its name."""
    if edge.get("reaction_to_genes") is not None:
        return {int(reaction): texts(names) for reaction, names in edge["reaction_to_genes"].items()}
    result = collections.defaultdict(list)
    if edge.get("reaction_to_genes_indices") is not None:
        for reaction, indices in edge["reaction_to_genes_indices"].items():
            for index in indices:
                result[int(reaction)].append(genes[index] if index >= 0 else f"outside_gene_set_{int(reaction)}")
        return result
    gpr = edges.get(("gene", "gpr", "reaction"))
    if gpr is not None:
        rows = index_pairs(gpr, ("gene", "gpr", "reaction"), (len(genes), None), "hyperedge_index")
        for gene, reaction in zip(*rows):
            result[reaction].append(genes[gene])
    return result


def rule(names, reaction):
    """Genes of one hyperedge, all of which it needs, as a gene rule."""
    unusable = [name for name in names if not re.fullmatch(r"(?!(?i:and|or)$)[^\s()&|]+", name)]
    if unusable:
        raise CellError(f"reaction_to_genes[{reaction}]: {unusable[0]!r} cannot stand in a gene rule")
    return " and ".join(dict.fromkeys(names))


def read_metabolism(nodes, edges, genes):
    """(metabolite ids, [(reaction id, rule, [(metabolite, coefficient)])]) or None where a cell has no metabolism."""
    found = [key for key, edge in edges.items() if key[2] == "metabolite" and "hyperedge_index" in edge]
    if not found:
        return None
    key = found[0]
    edge = edges[key]
    known = nodes.get("metabolite", {}).get("node_ids")
    rows = index_pairs(edge, key, (None, None), "hyperedge_index")
    metabolite_rows, reaction_rows = rows if key[0] == "metabolite" else reversed(rows)
    metabolites = node_ids(nodes, "metabolite", 1 + max(metabolite_rows, default=-1))
    if known is not None and metabolite_rows and max(metabolite_rows) >= len(metabolites):
        raise CellError(f"{key}.hyperedge_index: an index lies outside the {len(metabolites)} metabolites")
    coefficients = edge.get("stoichiometry")
    if not isinstance(coefficients, torch.Tensor) or coefficients.numel() != len(metabolite_rows):
        raise CellError(f"{key}.stoichiometry: one coefficient for each of the {len(metabolite_rows)} incidences is expected")
    members = collections.defaultdict(list)
    for metabolite, reaction, value in zip(metabolite_rows, reaction_rows, coefficients.double().flatten().tolist()):
        if not math.isfinite(value):
            raise CellError(f"{key}.stoichiometry: the coefficient of reaction {reaction} is not finite")
        members[reaction].append((metabolites[metabolite], value))
    named = genes_of_reactions(nodes, edges, edge, genes)
    width = len(str(max(members, default=0)))
    return metabolites, [(f"r{reaction:0{width}}", rule(named.get(reaction, []), reaction), members[reaction])
                         for reaction in sorted(members)]


def tensor_bytes(tensor):
    tensor = tensor.detach().cpu().float().contiguous()
    return ctypes.string_at(tensor.data_ptr(), tensor.numel() * 4) if tensor.numel() else b""


def write_features(path, features):
    """safetensors: length of the header, header, data."""
    data = tensor_bytes(features)
    header = json.dumps({"x": {"dtype": "F32", "shape": list(features.shape), "data_offsets": [0, len(data)]}})
    header = header.encode().ljust(-(-len(header) // 8) * 8)
    path.write_bytes(len(header).to_bytes(8, "little") + header + data)


def write_table(path, columns, rows):
    path.parent.mkdir(exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for row in [columns] + rows:
            file.write("\t".join(str(value) for value in row) + "\n")


def read_features(nodes, genes):
    features = nodes["gene"].get("x")
    if not isinstance(features, torch.Tensor) or features.dim() != 2 or features.size(1) == 0:
        return None
    if features.size(0) != len(genes):
        raise CellError(f"gene.x: {features.size(0)} rows for {len(genes)} genes; export the cell graph, not a sample of it")
    if not bool(torch.isfinite(features.float()).all()):
        raise CellError("gene.x: there are values that are not finite")
    return features


def write_bundle(folder, data, description):
    """Fills an empty folder; returns what was written, in numbers."""
    nodes, edges = stores(data)
    if not nodes.get("gene", {}).get("node_ids"):
        raise CellError("gene.node_ids is missing: a cell needs the ids of its genes")
    genes = node_ids(nodes, "gene")
    networks = read_networks(edges, genes)
    metabolism = read_metabolism(nodes, edges, genes)
    features = read_features(nodes, genes)
    write_table(folder / "genes.tsv", ["id", "name"], [[gene, ""] for gene in genes])
    for name, _, rows in networks:
        weighted = any(weight is not None for _, _, weight in rows)
        write_table(folder / "interactions" / f"{name}.tsv", ["source", "target", "weight"][:3 if weighted else 2],
                    [[genes[a], genes[b], weight][:3 if weighted else 2] for a, b, weight in rows])
    reactions = metabolism[1] if metabolism else []
    if metabolism:
        write_table(folder / "metabolites.tsv", ["id", "name", "compartment"], [[name, "", ""] for name in metabolism[0]])
        write_table(folder / "reactions.tsv", ["id", "name", "lower_bound", "upper_bound", "genes"],
                    [[name, "", 0, 1000, genes_rule] for name, genes_rule, _ in reactions])
        write_table(folder / "stoichiometry.tsv", ["reaction", "metabolite", "coefficient"],
                    [[name, metabolite, repr(value)] for name, _, terms in reactions for metabolite, value in terms])
    if features is not None:
        write_features(folder / "features.safetensors", features)
    # A HeteroData has one hyperedge per isozyme and direction already.
    description |= {"interactions": [{"type": name, "directed": directed} for name, directed, _ in networks],
                    "hyperedges": {"expand_isozymes": False, "expand_directions": False,
                                   "keep_reactions_without_genes": any(not genes_rule for _, genes_rule, _ in reactions)}}
    (folder / "cell.json").write_text(json.dumps(description, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return {"genes": len(genes), "networks": {name: len(rows) for name, _, rows in networks},
            "metabolites": len(metabolism[0]) if metabolism else 0, "reactions": len(reactions),
            "incidences": sum(len(terms) for _, _, terms in reactions),
            "features": 0 if features is None else features.size(1)}


def export_cell(data, out, name=None, organism="", source=None):
    """Writes `data` (a HeteroData) as the bundle `out`, all or nothing; an older bundle there is replaced.

    Returns the number of genes, edges per network, metabolites, reactions, incidences and feature columns. Raises
    CellError where the cell cannot be exported.
    """
    out = pathlib.Path(out)
    if out.exists() and any(out.iterdir() if out.is_dir() else [out]) and not (out / "cell.json").is_file():
        raise CellError(f"{out}: something that is not a cell is already there; choose another name")
    description = {"format": "knockscape-cell", "version": 1, "name": name or out.stem, "organism": organism,
                   "sources": [source] if source else []}
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=out.name + ".tmp-") as scratch:
        folder = pathlib.Path(scratch) / "new"
        folder.mkdir()
        numbers = write_bundle(folder, data, description)
        if out.exists():
            os.rename(out, pathlib.Path(scratch) / "old")
        shutil.move(folder, out)
    return numbers


def main():
    options = parsed_arguments()
    try:
        data = read_heterodata(options.heterodata)
        content = pathlib.Path(options.heterodata).read_bytes()
        source = {"role": "HeteroData", "file": pathlib.Path(options.heterodata).name,
                  "sha256": hashlib.sha256(content).hexdigest()}
        numbers = export_cell(data, options.out, options.name, options.organism, source)
    except (CellError, OSError) as error:
        print(error, file=sys.stderr)
        sys.exit(3 if isinstance(error, CellError) else 1)
    networks = ", ".join(f"{count} {name}" for name, count in numbers["networks"].items()) or "no"
    print(f"{numbers['genes']} genes, {networks} edges, {numbers['reactions']} hyperedges over {numbers['metabolites']} "
          f"metabolites ({numbers['incidences']} incidences), {numbers['features']} feature columns written to {options.out}")


if __name__ == "__main__":
    main()
