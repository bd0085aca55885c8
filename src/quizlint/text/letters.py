"""What options are called."""


def letter(index: int) -> str:
    """What people call the option at a 0-based index: A … Z, then AA, AB …"""
    name = chr(ord("A") + index % 26)
    return name if index < 26 else letter(index // 26 - 1) + name
