"""Rules about files that are translations of each other."""
