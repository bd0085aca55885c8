#!/usr/bin/env bash
# The step of action.yml that runs quizlint. It never fails by itself, so that the steps after it can
# show what was found; the last of them is the gate.
#
# Reads QUIZLINT_PATHS and QUIZLINT_ARGS (an entry a line), and what GitHub gives every step:
# RUNNER_TEMP, GITHUB_OUTPUT, GITHUB_STEP_SUMMARY.
set -uo pipefail

out="${RUNNER_TEMP:-/tmp}/quizlint"
mkdir -p "$out"

words=()
while IFS= read -r line; do
  [[ -n "${line//[[:space:]]/}" ]] && words+=("$line")
done <<<"${QUIZLINT_ARGS:-}"
words+=(--)
while IFS= read -r line; do
  [[ -n "${line//[[:space:]]/}" ]] && words+=("$line")
done <<<"${QUIZLINT_PATHS:-.}"

code=0
quizlint check --format github \
  --report "sarif=$out/quizlint.sarif" \
  --report "html=$out/quizlint.html" \
  --report "markdown=$out/summary.md" \
  "${words[@]}" || code=$?

if [[ -n "${GITHUB_STEP_SUMMARY:-}" && -f "$out/summary.md" ]]; then
  cat "$out/summary.md" >>"$GITHUB_STEP_SUMMARY"
fi
{
  echo "exit-code=$code"
  echo "sarif=$out/quizlint.sarif"
  echo "html=$out/quizlint.html"
} >>"${GITHUB_OUTPUT:-/dev/null}"
exit 0
