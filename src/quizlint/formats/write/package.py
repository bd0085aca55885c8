"""A ZIP archive that is the same whenever the same is put into it."""

import io
import zipfile
from collections.abc import Mapping

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every member, the first that ZIP knows: the same content gives the same bytes."""


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """The archive with these members, by their paths."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for path, content in members.items():
            info = zipfile.ZipInfo(path, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            package.writestr(info, content.encode("utf-8") if isinstance(content, str) else content)
    return out.getvalue()
