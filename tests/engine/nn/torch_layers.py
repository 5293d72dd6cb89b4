"""PyTorch Geometric 2.6's layers and torchcell's hypergraph convolution, message by message."""
import math

import torch
from torch import nn
from torch.nn import functional

ACTIVATIONS = {"relu": nn.ReLU, "gelu": nn.GELU, "sigmoid": nn.Sigmoid, "leaky_relu": nn.LeakyReLU, "tanh": nn.Tanh}


def add_up(values, index, count):
    return torch.zeros(count, *values.shape[1:]).index_add(0, index, values)


def softmax_by_target(logits, target, count):
    largest = torch.full((count, logits.shape[1]), -math.inf)
    for row, into in zip(logits, target.tolist()):
        largest[into] = torch.maximum(largest[into], row)
    exponent = (logits - largest[target]).exp()
    return exponent / (add_up(exponent, target, count) + 1e-16)[target]


def without_loops(edges):
    return edges[:, edges[0] != edges[1]]


def with_loops(edges, count):
    return torch.cat([edges, torch.arange(count).repeat(2, 1)], 1)


class GCNConv(nn.Module):
    def __init__(self, inputs, outputs, options):
        super().__init__()
        self.options = options
        self.lin = nn.Linear(inputs, outputs, bias=False)
        self.bias = nn.Parameter(torch.randn(outputs)) if options["bias"] else None

    def forward(self, x, edges):
        weights = torch.ones(edges.shape[1])
        if self.options["normalize"]:
            if self.options["add_self_loops"]:
                edges = with_loops(without_loops(edges), len(x))
            degree = add_up(torch.ones(edges.shape[1]), edges[1], len(x)).pow(-0.5)
            degree[degree.isinf()] = 0
            weights = degree[edges[0]] * degree[edges[1]]
        out = add_up(weights.unsqueeze(1) * self.lin(x)[edges[0]], edges[1], len(x))
        return out if self.bias is None else out + self.bias


class GATv2Conv(nn.Module):
    def __init__(self, inputs, channels, options):
        super().__init__()
        self.options, self.heads, self.channels = options, options["heads"], channels
        width = self.heads * channels
        self.lin_l = nn.Linear(inputs, width, bias=options["bias"])
        self.lin_r = self.lin_l if options["share_weights"] else nn.Linear(inputs, width, bias=options["bias"])
        self.att = nn.Parameter(torch.randn(1, self.heads, channels))
        self.bias = nn.Parameter(torch.randn(width if options["concat"] else channels)) if options["bias"] else None

    def forward(self, x, edges):
        if self.options["add_self_loops"]:
            edges = with_loops(without_loops(edges), len(x))
        left = self.lin_l(x).view(-1, self.heads, self.channels)
        right = self.lin_r(x).view(-1, self.heads, self.channels)
        both = functional.leaky_relu(left[edges[0]] + right[edges[1]], 0.2)
        alpha = softmax_by_target((both * self.att).sum(-1), edges[1], len(x))
        out = add_up(alpha.unsqueeze(-1) * left[edges[0]], edges[1], len(x))
        out = out.flatten(1) if self.options["concat"] else out.mean(1)
        return out if self.bias is None else out + self.bias


class ProjectedGAT(nn.Module):
    def __init__(self, inputs, hidden, options):
        super().__init__()
        self.gat = GATv2Conv(inputs, hidden // options["heads"], options)
        self.project = nn.Linear(self.gat.heads * self.gat.channels, hidden)

    def forward(self, x, edges):
        return self.project(self.gat(x, edges))


class TransformerConv(nn.Module):
    def __init__(self, inputs, channels, options):
        super().__init__()
        self.options, self.heads, self.channels = options, options["heads"], channels
        width = self.heads * channels
        out = width if options["concat"] else channels
        self.lin_key, self.lin_query, self.lin_value = (nn.Linear(inputs, width) for _ in range(3))
        self.lin_skip = nn.Linear(inputs, out, bias=options["bias"])
        self.gated = options["beta"] and options["root_weight"]
        if self.gated:
            self.lin_beta = nn.Linear(3 * out, 1, bias=False)

    def forward(self, x, edges):
        if self.options["add_self_loops"]:
            edges = with_loops(edges, len(x))
        query, key, value = (layer(x).view(-1, self.heads, self.channels)
                             for layer in (self.lin_query, self.lin_key, self.lin_value))
        logits = (query[edges[1]] * key[edges[0]]).sum(-1) / math.sqrt(self.channels)
        alpha = softmax_by_target(logits, edges[1], len(x))
        out = add_up(alpha.unsqueeze(-1) * value[edges[0]], edges[1], len(x))
        out = out.flatten(1) if self.options["concat"] else out.mean(1)
        if not self.options["root_weight"]:
            return out
        root = self.lin_skip(x)
        if not self.gated:
            return out + root
        beta = self.lin_beta(torch.cat([out, root, out - root], -1)).sigmoid()
        return beta * root + (1 - beta) * out


class GINConv(nn.Module):
    def __init__(self, inputs, outputs, options, activation):
        super().__init__()
        self.options = options
        width = int(inputs * options["hidden_multiplier"])
        layers, before = [], inputs
        for _ in range(max(1, options["num_mlp_layers"] - 1)):
            layers += [nn.Linear(before, width), nn.BatchNorm1d(width), activation(), nn.Dropout()]
            before = width
        self.nn = nn.Sequential(*layers, nn.Linear(width, outputs))
        self.eps = nn.Parameter(torch.randn(1))

    def forward(self, x, edges):
        if self.options["add_self_loops"]:
            edges = with_loops(edges, len(x))
        return self.nn(add_up(x[edges[0]], edges[1], len(x)) + (1 + self.eps) * x)


class BatchNorm(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.module = nn.BatchNorm1d(channels)

    def forward(self, x):
        return self.module(x)


class GraphLayerNorm(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.randn(channels)), nn.Parameter(torch.randn(channels))

    def forward(self, x):
        centred = x - x.mean()
        return centred / (centred.std(unbiased=False) + 1e-5) * self.weight + self.bias


class Function(nn.Module):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


def centred(x):
    return x - x.mean(0, keepdim=True)


def norm_layer(name, channels):
    return {None: nn.Identity, "batch": lambda: BatchNorm(channels), "layer": lambda: GraphLayerNorm(channels),
            "instance": lambda: Function(lambda x: functional.instance_norm(x.t().unsqueeze(0)).squeeze(0).t()),
            "pair": lambda: Function(lambda x: centred(x) / (1e-5 + centred(x).pow(2).sum(-1).mean()).sqrt()),
            "mean_subtraction": lambda: Function(centred)}[name]()


class StoichHypergraphConv(nn.Module):
    def __init__(self, hidden, attention):
        super().__init__()
        self.lin, self.bias = nn.Linear(hidden, hidden, bias=False), nn.Parameter(torch.randn(hidden))
        self.att = nn.Parameter(torch.randn(1, 1, 2 * hidden)) if attention else None

    def forward(self, x, node, edge, stoichiometry, embedding):
        nodes, edges = len(x), int(edge.max()) + 1
        projected, alpha = self.lin(x), 1.0
        if self.att is not None:
            both = torch.cat([projected[node], self.lin(embedding).expand(edges, -1)[edge]], -1)
            logits = functional.leaky_relu((both * self.att[0]).sum(-1, keepdim=True), 0.2)
            alpha = softmax_by_target(logits, edge, edges)
        weight = alpha * stoichiometry.unsqueeze(1)
        inverse = [torch.where(size > 0, 1 / size, torch.zeros_like(size)).unsqueeze(1)
                   for size in (add_up(stoichiometry.abs(), edge, edges), add_up(stoichiometry.abs(), node, nodes))]
        gathered = add_up(weight * projected[node], edge, edges) * inverse[0]
        return add_up(weight * gathered[edge], node, nodes) * inverse[1] + self.bias
