#!/usr/bin/env python3
"""Computes CellLatentPerturbation with PyTorch's own modules: torch_model.py FOLDER

Every folder in FOLDER holds config.json, cell.json and model.safetensors, and gets expected.json. PyTorch Geometric is
not needed: its layers are written down in torch_layers.py. Tensors are loaded by name, so that a name or shape that
PyTorch would not use is an error.
"""
import json
import pathlib
import re
import struct
import sys

import torch
from torch import nn

from torch_layers import (ACTIVATIONS, GATv2Conv, GCNConv, GINConv, ProjectedGAT, StoichHypergraphConv, TransformerConv,
                          add_up, norm_layer)


class HeteroConv(nn.Module):
    def __init__(self, inputs, config):
        super().__init__()
        options, hidden = config["gene_encoder_layer_config"], config["hidden_channels"]
        channels = hidden // options["heads"] if options["concat"] else hidden
        make = {"GCN": lambda: GCNConv(inputs, hidden, options),
                "GAT": lambda: (ProjectedGAT if options["concat"] else GATv2Conv)(inputs, hidden, options),
                "Transformer": lambda: TransformerConv(inputs, channels, options),
                "GIN": lambda: GINConv(inputs, hidden, options, ACTIVATIONS[config["activation"]])}
        self.convs = nn.ModuleDict({module_name(f"<gene___{edge_type}_interaction___gene>"):
                                    make[config["gene_encoder_conv_type"]]() for edge_type in config["edge_types"]})

    def forward(self, x, networks):
        return sum(convolution(x, edges) for convolution, edges in zip(self.convs.values(), networks))


class GeneEncoder(nn.Module):
    def __init__(self, config, genes):
        super().__init__()
        self.config, inputs, hidden = config, config["in_channels"], config["hidden_channels"]
        if config["gene_input"] != "features":
            width = inputs if config["gene_input"] == "learnable" else config["embedding_channels"]
            self.node_embedding = nn.Embedding(genes, width, max_norm=1.0)
            inputs = inputs + width if config["gene_input"] == "combined" else inputs
        layers = range(config["gene_encoder_num_layers"])
        self.convs = nn.ModuleList(HeteroConv(hidden if layer else inputs, config) for layer in layers)
        self.norms = nn.ModuleList(norm_layer(config["norm"], hidden) for _ in layers)
        self.activation = ACTIVATIONS[config["activation"]]()

    def forward(self, features, networks):
        x = features
        if self.config["gene_input"] != "features":
            learned = self.node_embedding(torch.arange(len(features)))
            x = learned if self.config["gene_input"] == "learnable" else torch.cat([features, learned], 1)
        skips = (self.config["gene_encoder_layer_config"]["is_skip_connection"]
                 and self.config["gene_encoder_conv_type"] != "Transformer")
        for layer, (convolution, norm) in enumerate(zip(self.convs, self.norms)):
            out = self.activation(norm(convolution(x, networks)))
            x = out + x if skips and layer > 0 else out
        return x


def block_mlp(inputs, width, blocks, activation, last=0):
    layers = []
    for block in range(blocks):
        layers += [nn.Linear(width if block else inputs, width), nn.LayerNorm(width), activation(), nn.Dropout()]
    return nn.Sequential(*layers, *([nn.Linear(width if blocks else inputs, last)] if last else []))


class SetNet(nn.Module):
    def __init__(self, hidden, node_layers, set_layers, activation):
        super().__init__()
        self.node_mlp = block_mlp(hidden, hidden, node_layers, activation)
        self.set_mlp = block_mlp(hidden, hidden, set_layers - 1, activation, hidden)

    def forward(self, x):
        return self.set_mlp(self.node_mlp(x).mean(0))


class MetabolismProcessor(nn.Module):
    def __init__(self, config, metabolites):
        super().__init__()
        self.config, hidden, sets = config, config["hidden_channels"], config["metabolism_setnet_layers"]
        layers = range(config["metabolism_hyperconv_layers"])
        self.metabolite_features = nn.Parameter(torch.randn(metabolites, hidden))
        self.hyperedge_embedding = nn.Parameter(torch.randn(1, hidden))
        self.hyper_convs = nn.ModuleList(StoichHypergraphConv(hidden, config["metabolism_attention"]) for _ in layers)
        if config["metabolism_use_skip"]:
            self.layer_norms = nn.ModuleList(nn.LayerNorm(hidden) for _ in layers)
        self.reaction_set_net, self.gene_set_net = (SetNet(hidden, sets, sets, nn.Tanh) for _ in range(2))

    def forward(self, cell, genes):
        mean = torch.zeros(genes, self.config["hidden_channels"])
        if self.config["metabolism_mapping"] == "reactions":
            node, edge = torch.tensor(cell["node"]), torch.tensor(cell["hyperedge"])
            stoichiometry = torch.tensor(cell["stoichiometry"], dtype=torch.float)
            edges = max(cell["hyperedge"]) + 1
            x = self.metabolite_features
            for layer, convolution in enumerate(self.hyper_convs):
                out = convolution(x, node, edge, stoichiometry, self.hyperedge_embedding).tanh()
                skips = self.config["metabolism_use_skip"] and layer > 0
                x = self.layer_norms[layer](out) + self.layer_norms[layer](x) if skips else out
            size = add_up(stoichiometry.abs(), edge, edges).unsqueeze(1)
            average = add_up(stoichiometry.unsqueeze(1) * x[node], edge, edges) / (size + 1e-8)
            reactions = self.reaction_set_net.node_mlp(average)
            of_gene = torch.zeros(genes, edges)
            for reaction, names in enumerate(cell["genes_of_hyperedge"]):
                for gene in names:
                    if gene >= 0:
                        of_gene[gene, reaction] += 1
            mean = of_gene / (of_gene.sum(1, keepdim=True) + 1e-8) @ reactions
        return self.gene_set_net.node_mlp(mean)


class SetTransformer(nn.Module):
    def __init__(self, hidden, heads, layers):
        super().__init__()
        self.layers = nn.ModuleList(nn.MultiheadAttention(hidden, heads, batch_first=True) for _ in range(layers))
        self.norm_layers = nn.ModuleList(nn.LayerNorm(hidden) for _ in range(layers))
        self.input_proj, self.output_norm = nn.Linear(hidden, hidden), nn.LayerNorm(hidden)

    def forward(self, rows):
        x = self.input_proj(rows).unsqueeze(0)
        for attention, norm in zip(self.layers, self.norm_layers):
            x = norm(x + attention(x, x, x)[0])
        return self.output_norm(x).squeeze(0).mean(0)


class CellLatentPerturbation(nn.Module):
    def __init__(self, config, genes, metabolites):
        super().__init__()
        hidden = config["hidden_channels"]
        self.gene_encoder = GeneEncoder(config, genes)
        self.metabolism_processor = MetabolismProcessor(config, metabolites)
        self.combiner = block_mlp(2 * hidden, int(hidden * config["combiner_hidden_factor"]),
                                  config["combiner_num_layers"], nn.ReLU, hidden)
        self.whole_intact_processor = SetNet(hidden, config["set_net_node_layers"], config["set_net_set_layers"],
                                             nn.ReLU)
        self.perturbed_processor = SetTransformer(hidden, config["set_transformer_heads"],
                                                  config["set_transformer_layers"])
        width, blocks = int(hidden * config["head_hidden_factor"]), max(1, config["head_num_layers"] - 1)
        self.fitness_head, self.gene_interaction_head = (block_mlp(hidden, width, blocks, nn.ReLU, 1) for _ in range(2))

    def forward(self, cell):
        features = torch.tensor(cell["features"], dtype=torch.float)
        networks = [torch.tensor(edges, dtype=torch.long).view(-1, 2).t() for edges in cell["networks"]]
        gene = self.gene_encoder(features, networks)
        metabolism = self.metabolism_processor(cell, len(features))
        combined = self.combiner(torch.cat([gene, metabolism], 1))
        whole = self.fitness_head(self.whole_intact_processor(combined))
        answers = {"perturbed": [], "fitness": [], "interaction": []}
        for genotype in cell["genotypes"]:
            deleted = torch.zeros(len(features), dtype=torch.bool)
            deleted[genotype] = True
            intact = self.fitness_head(self.whole_intact_processor(combined[~deleted]))
            latent = self.perturbed_processor(combined[deleted]) if genotype else torch.zeros(combined.shape[1])
            answers["perturbed"].append(latent.tolist())
            answers["fitness"].append((intact / (whole + 1e-8)).item())
            answers["interaction"].append(self.gene_interaction_head(latent).item())
        return {"gene": gene.tolist(), "metabolism": metabolism.tolist(), "combined": combined.tolist(), **answers}


def module_name(name):
    """Modules cannot have dots in their names: PyTorch Geometric writes # for those of an edge type."""
    return re.sub(r"<.*>", lambda key: key[0].replace(".", "#"), name)


def read_tensors(path):
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    tensors = {}
    for name, entry in json.loads(data[8:8 + length]).items():
        if name != "__metadata__":
            begin, end = (8 + length + offset for offset in entry["data_offsets"])
            values = struct.unpack(f"<{(end - begin) // 4}f", data[begin:end])
            tensors[module_name(name)] = torch.tensor(values).view(entry["shape"])
    return tensors


def main():
    torch.set_num_threads(1)
    for folder in sorted(pathlib.Path(sys.argv[1]).iterdir()):
        config = json.loads((folder / "config.json").read_text())
        cell = json.loads((folder / "cell.json").read_text())
        model = CellLatentPerturbation(config, len(cell["features"]), cell["metabolites"]).eval()
        # Tensors that are not in the file stay random: harmless where they are never used, seen where they are.
        loaded = model.load_state_dict(read_tensors(folder / "model.safetensors"), strict=False)
        if loaded.unexpected_keys:
            sys.exit(f"{folder.name}: PyTorch knows no {loaded.unexpected_keys}")
        with torch.no_grad():
            (folder / "expected.json").write_text(json.dumps(model(cell)))


main()
