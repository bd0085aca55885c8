#!/bin/sh
# Install what tests need beside Python: packages of npm, and the browser Chromium. Without them the
# tests that use them are skipped, so nothing here ends with an error.
cd "$(dirname "$0")" || exit 0
if command -v npm >/dev/null; then
  npm install --silent --no-audit --no-fund --no-package-lock --ignore-scripts --legacy-peer-deps ||
    echo 'npm could not install the packages of tests/tools; some tests will be skipped.'
else
  echo 'There is no npm; some tests will be skipped.'
fi
if ! command -v chromium >/dev/null; then
  if [ -n "$CI" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update && apt-get install --yes --no-install-recommends chromium; } >/dev/null 2>&1 ||
      echo 'Chromium could not be installed; the tests of the page will be skipped.'
  else
    echo 'There is no chromium; the tests of the page will be skipped.'
  fi
fi
