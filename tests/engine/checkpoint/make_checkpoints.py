# Writes checkpoints with a real torch into the folder argv[1], each beside expected.tsv: file, tensor, dtype, shape, and
# the values as float32 or int64 in hexadecimal. Run by test_torch_checkpoint.
import argparse, collections, os, sys, zipfile
import torch

folder = sys.argv[1]
expected = open(os.path.join(folder, "expected.tsv"), "w")


def note(file, name, tensor):
    floating = tensor.is_floating_point()
    values = tensor.detach().to(torch.float32 if floating else torch.int64).contiguous().flatten()
    raw = values.numpy().tobytes().hex()
    expected.write("\t".join([file, name, "f" if floating else "i", ",".join(map(str, tensor.shape)), raw]) + "\n")


def save(file, value, tensors, **options):
    torch.save(value, os.path.join(folder, file), **options)
    for name, tensor in tensors.items():
        note(file, name, tensor)


torch.manual_seed(1)
base = torch.randn(6, 5)
kinds = {str(t).split(".")[1]: (torch.randn(7) * 20).to(t) for t in
         [torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16,
          torch.int8, torch.uint8, torch.bool]}
kinds["float32_special"] = torch.tensor([0.0, -0.0, 1e-45, 3.4e38, -1.5])
save("types.pt", kinds, kinds)
views = {"whole": base, "transposed": base.t(), "column": base[:, 2], "strided": base[::2, 1::2],
         "tail": base.flatten()[7:], "expanded": base[0].expand(3, 5), "scalar": torch.tensor(2.5),
         "empty": torch.zeros(0, 4), "permuted": torch.randn(2, 3, 4).permute(2, 0, 1)}
save("views.pt", views, views)
save("legacy.pt", views, views, _use_new_zipfile_serialization=False)
save("legacy_types.pt", kinds, kinds, _use_new_zipfile_serialization=False)
for protocol in (3, 4, 5):
    save("protocol%d.pt" % protocol, views, views, pickle_protocol=protocol)
parameters = {"p": torch.nn.Parameter(base), "frozen": torch.nn.Parameter(base[1], requires_grad=False)}
save("parameters.pt", parameters, parameters)
module = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
save("state_dict.pt", module.state_dict(), module.state_dict())
save("module.pt", module, module.state_dict())


class Foreign:
    def __init__(self):
        self.heads = 4


class FrozenDict(dict):
    pass


optimizer = torch.optim.Adam(module.parameters())
module(torch.randn(4, 3)).sum().backward()
optimizer.step()
lightning = {"epoch": 7, "global_step": 2**70, "pytorch-lightning_version": "2.4.0",
             "state_dict": collections.OrderedDict(("model." + k, v) for k, v in module.state_dict().items()),
             "optimizer_states": [optimizer.state_dict()], "callbacks": {"early": {"best": torch.tensor(0.5)}},
             "hyper_parameters": FrozenDict(lr=1e-3, model=argparse.Namespace(heads=2, norm=None), foreign=Foreign(),
                                            dtype=torch.float32, device=torch.device("cuda", 1), shape=base.shape)}
save("lightning.ckpt", lightning, lightning["state_dict"])

# Another program compressed the archive.
with zipfile.ZipFile(os.path.join(folder, "views.pt")) as source, \
        zipfile.ZipFile(os.path.join(folder, "deflated.pt"), "w", zipfile.ZIP_DEFLATED) as target:
    for item in source.infolist():
        target.writestr(item.filename, source.read(item.filename))
for name, tensor in views.items():
    note("deflated.pt", name, tensor)
expected.close()
