"""From trees of named values (YAML, JSON, TOML) to cards, questions and prompts."""
