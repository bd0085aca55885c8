"""Models of the files that people and programs exchange with quizlint.

They describe native quizzes, settings and results, explain what they refuse, and are the one
source of the JSON Schemas. Importing any of them imports pydantic, so import them where needed.
"""
