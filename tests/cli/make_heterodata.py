#!/usr/bin/env python3
"""Writes a cell bundle as PyTorch Geometric would have saved it: make_heterodata.py BUNDLE OUT.pt LAYOUT

PyTorch Geometric is not needed: classes of its names and with its stores are made up here, and gone when the file is
read. LAYOUT: "hypergraph" has the metabolites' hyperedges and the genes of each reaction, "indices" the genes by number,
"bipartite" nodes for reactions, "dictionary" the cell among other things, "hostile" also calls a program when unpickled.
"""
import csv
import os
import pathlib
import sys
import types

import torch


def module_class(module, name):
    made = type(name, (), {"__module__": module})
    for depth in range(1, module.count(".") + 2):
        part = ".".join(module.split(".")[:depth])
        sys.modules.setdefault(part, types.ModuleType(part))
    setattr(sys.modules[module], name, made)
    return made


HeteroData = module_class("torch_geometric.data.hetero_data", "HeteroData")
NodeStorage = module_class("torch_geometric.data.storage", "NodeStorage")
EdgeStorage = module_class("torch_geometric.data.storage", "EdgeStorage")


class Program:
    """Unpickling it runs a program, unless nothing of a file is ever run."""

    def __reduce__(self):
        return os.system, ("touch it-was-executed",)


def storage(kind, parent, key, **values):
    made = kind()
    made.__dict__.update(_mapping=values, _parent=parent, _key=key)
    return made


def rows(bundle, name):
    with open(bundle / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def feature_matrix(bundle):
    content = (bundle / "features.safetensors").read_bytes()
    size = int.from_bytes(content[:8], "little")
    header = eval(content[8:8 + size].decode(), {"null": None})["x"]
    values = torch.frombuffer(bytearray(content[8 + size + header["data_offsets"][0]:]), dtype=torch.float32)
    return values.reshape(header["shape"]).t().contiguous().t()


def make(bundle, layout):
    data = HeteroData()
    nodes, edges = {}, {}
    data.__dict__.update(_node_store_dict=nodes, _edge_store_dict=edges, _global_store=None)
    genes = [row["id"] for row in rows(bundle, "genes.tsv")]
    number = {gene: i for i, gene in enumerate(genes)}
    nodes["gene"] = storage(NodeStorage, data, "gene", x=feature_matrix(bundle), node_ids=genes, num_nodes=len(genes))
    for path in sorted((bundle / "interactions").iterdir()):
        pairs = [(number[row["source"]], number[row["target"]]) for row in rows(bundle, f"interactions/{path.name}")]
        key = ("gene", path.stem + "_interaction", "gene")
        edges[key] = storage(EdgeStorage, data, key, edge_index=torch.tensor(pairs).t(), num_edges=len(pairs))
    both = torch.tensor([[0, 1, 2, 3, 4], [1, 0, 2, 4, 3]])
    key = ("gene", "genetic", "gene")
    edges[key] = storage(EdgeStorage, data, key, edge_index=both, num_edges=5)

    metabolites = [row["id"] for row in rows(bundle, "metabolites.tsv")]
    reactions = {row["id"]: row["genes"].split(" and ") for row in rows(bundle, "reactions.tsv")}
    position = {name: i for i, name in enumerate(reactions)}
    terms = [(metabolites.index(row["metabolite"]), position[row["reaction"]], float(row["coefficient"]))
             for row in rows(bundle, "stoichiometry.tsv")]
    index = torch.tensor([[m for m, _, _ in terms], [r for _, r, _ in terms]])
    stoichiometry = torch.tensor([value for _, _, value in terms])
    nodes["metabolite"] = storage(NodeStorage, data, "metabolite", node_ids=metabolites, num_nodes=len(metabolites))
    named = {position[name]: names for name, names in reactions.items()}
    numbered = {reaction: [number.get(gene, -1) for gene in names] for reaction, names in named.items()}
    if layout == "bipartite":
        key = ("reaction", "rmr", "metabolite")
        edges[key] = storage(EdgeStorage, data, key, hyperedge_index=index.flip(0), stoichiometry=stoichiometry)
        key = ("gene", "gpr", "reaction")
        pairs = [(gene, reaction) for reaction, some in numbered.items() for gene in some if gene >= 0]
        edges[key] = storage(EdgeStorage, data, key, hyperedge_index=torch.tensor(pairs).t())
    else:
        key = ("metabolite", "reaction-genes", "metabolite")
        genes_of = {"reaction_to_genes_indices": numbered} | ({} if layout == "indices" else {"reaction_to_genes": named})
        edges[key] = storage(EdgeStorage, data, key, hyperedge_index=index, stoichiometry=stoichiometry, **genes_of)
    if layout == "hostile":
        nodes["gene"].__dict__["_mapping"]["callback"] = Program()
    return {"epoch": 3, "cell_graph": data} if layout == "dictionary" else data


torch.save(make(pathlib.Path(sys.argv[1]), sys.argv[3]), sys.argv[2])
