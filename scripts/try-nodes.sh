#!/usr/bin/env bash
# Runs a project that has lemmacheck and vitest installed on the versions of Node.js that are supported:
# `scripts/try-nodes.sh PROJECT`. Rows must be the same on all of them, but for the times, and what properties show.
set -euo pipefail
cd "$1"
program=node_modules/lemmacheck/dist/bounds/main.js
versions=$(mktemp -d)
trap 'rm -rf "$versions"' EXIT
for version in 20 22 24; do
  # The package `node` brings a binary, by its install script.
  npm install --silent --no-audit --no-fund --prefix "$versions/$version" "node@$version"
  node=$versions/$version/node_modules/node/bin/node
  echo "Node.js $("$node" --version), lemmacheck $("$node" $program --version)"
  {
    "$node" $program audit --json --workers 2
    "$node" $program audit lemma-1 chi-square --paper single-gradient-step --psi "t*exp(-t^2)" --d 400 --k 400 --gamma 0.05 --json
    "$node" $program audit lemma-2 --paper single-gradient-step --psi tanh --d 400 --k 400 --gamma 0.05 --method sampled --json
  } | sed 's/"milliseconds":[^,}]*//' > "$versions/$version.jsonl"
  NO_COLOR=1 "$node" node_modules/vitest/vitest.mjs run | tee "$versions/$version.out"
  # What the properties have shown, random cells and their draws included.
  sed -n '/worst failure rate/,$p' "$versions/$version.out" > "$versions/$version.ledger"
done
for version in 22 24; do
  for kind in jsonl ledger; do cmp "$versions/20.$kind" "$versions/$version.$kind"; done
done
echo "$(wc -l < "$versions/20.jsonl") rows, the same on each"
