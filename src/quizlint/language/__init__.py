import re
def tell_language(words): return None
def catch_all(text):
    t=text.lower().strip(". ")
    return "all" if t in("all of the above",) else "none" if t in ("none of these","none of the above") else None
