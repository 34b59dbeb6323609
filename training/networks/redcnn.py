"""RED-CNN (Chen et al., IEEE TMI 36:2524, 2017): residual encoder and decoder for low-dose CT.

Left out: the ReLU on the finished image, which would clip the negative values that `core` keeps.
"""

import torch.nn.functional as F
from torch import Tensor, nn


class REDCNN(nn.Module):
    """Image → residual, both (N, 1, H, W), at any size from 21.

    Parameters
    ----------
    width
        Channels of every layer but the last; 96 as published.
    """

    def __init__(self, width: int = 96) -> None:
        super().__init__()
        # Unpadded: five times four pixels are lost on the way in and won back on the way out.
        self.encode = nn.ModuleList(nn.Conv2d(1 if i == 0 else width, width, 5) for i in range(5))
        self.decode = nn.ModuleList(nn.ConvTranspose2d(width, 1 if i == 4 else width, 5) for i in range(5))

    def forward(self, image: Tensor) -> Tensor:
        """Return what is to be taken off the image."""
        x, inner = image, []
        for encode in self.encode:
            x = F.relu(encode(x))
            inner.append(x)  # (N, C, H - 4, W - 4), then 8, 12, 16 and 20 less
        x = F.relu(self.decode[0](x) + inner[3])
        x = F.relu(self.decode[1](x))
        x = F.relu(self.decode[2](x) + inner[1])
        x = F.relu(self.decode[3](x))
        change: Tensor = self.decode[4](x)  # the paper adds the image here
        return -change
