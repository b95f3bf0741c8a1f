#!/usr/bin/env bash
# Installs the packed package into fresh projects elsewhere and uses it there as strangers would.
set -euo pipefail
cd "$(dirname "$0")/.."
repository=$PWD
elsewhere=$(mktemp -d)
guides=$(mktemp -d)
trap 'rm -rf "$elsewhere" "$guides"' EXIT
npm run -s build
tarball=$(npm pack --silent --ignore-scripts --pack-destination "$elsewhere")
npx publint --strict "$elsewhere/$tarball"
npx attw "$elsewhere/$tarball" --profile esm-only --quiet

# The guide of a first claim, word for word; and an audit in an empty folder.
mkdir "$elsewhere/guide" "$elsewhere/empty"
cp "$elsewhere/$tarball" "$elsewhere/guide"
node scripts/follow-guide.mjs docs/first-claim.md "$elsewhere/guide"
(
  cd "$elsewhere/guide/my-paper"
  npx lemmacheck report --from rows.jsonl --out again > /dev/null || test $? -eq 1
  test -s again/index.html
  ! npx lemmacheck init 2> refusal
  grep -q "init overwrites nothing" refusal
)
(
  cd "$elsewhere/empty"
  npx --yes --package "../$tarball" lemmacheck audit lemma-1 --psi "t*exp(-t^2)" --d 400 --k 400 --gamma 0.05
)

# README and every other guide that has commands, in a folder that has what its package.json asks for and what they show.
# README speaks of the repository, whose script of that name runs what it builds.
cp examples/own-claim/package.json "$guides"
(
  cd "$guides"
  npm pkg set scripts.lemmacheck=lemmacheck
  npm install --silent --no-audit --no-fund --ignore-scripts "$elsewhere/$tarball" vitest@4.1.12
)
node scripts/follow-guide.mjs README.md "$guides"
(cd "$guides" && npx vitest run examples/own-paper examples/birthdays)
for guide in activations constants figures landscape machines papers reports search vitest; do
  node scripts/follow-guide.mjs "docs/$guide.md" "$guides"
done

cp examples/own-claim/* "$elsewhere"
cd "$elsewhere"
npm install --silent --no-audit --no-fund --ignore-scripts "./$tarball" vitest@4.1.12 typescript@7
npx tsc --noEmit --strict --module nodenext --target es2023 --skipLibCheck own-claim.test.ts
npx vitest run own-claim
npx lemmacheck claims --json >/dev/null
npx lemmacheck audit chi-square --k 100 --gamma 1e-4
# A config in a folder without the package, whose claim and activations the workers load too.
mkdir config
cp "$repository/examples/own-activations/lemmacheck.config.ts" config
npx lemmacheck audit gradient-upper-bound --psi mish --config config/lemmacheck.config.ts --workers 2
npx lemmacheck activation softsign --config config/lemmacheck.config.ts >/dev/null
# What docs/vitest.md and docs/statistics.md show.
cp -r "$repository/examples/statistics" .
npx tsc --noEmit --strict --module nodenext --target es2023 --skipLibCheck statistics/*.ts
npx vitest run statistics
# Papers of one's own, in folders below: their configs are found, their claims are properties.
cp -r "$repository/examples/own-paper" "$repository/examples/two-papers" .
npx tsc --noEmit --strict --module nodenext --target es2023 --skipLibCheck own-paper/*.ts two-papers/*.ts
npx vitest run own-paper two-papers
# A larger one: every property, the whole audit, a command that it brings.
cp -r "$repository/examples/concentration" .
npx tsc --noEmit --strict --module nodenext --target es2023 --skipLibCheck concentration/*.ts
npx vitest run concentration
(
  cd concentration
  npx lemmacheck audit --workers 2 >/dev/null
  npx lemmacheck compare --law "bernoulli(0.01)" --gamma 1e-6 | grep -q "Chernoff–KL"
)
# Two papers on networks in one config, with the laws of the package and a parameter that is a list.
cp -r "$repository/examples/any-width" .
npx tsc --noEmit --strict --module nodenext --target es2023 --skipLibCheck any-width/*.ts
npx vitest run any-width
(
  cd any-width
  for paper in general-activations multi-layer; do npx lemmacheck audit --paper "$paper" --workers 2 >/dev/null; done
  npx lemmacheck audit random-linear --d 1000 --widths 1000-10-1000 --widths 64x12 --gamma 1e-3 | grep -q "2 supported"
)
(
  cd own-paper
  npx lemmacheck audit "Lemma 1" --m 1000 --eps 0.2,0.4 --workers 2
  npx lemmacheck --help | grep -q "Random projections"
)
"$repository/scripts/try-nodes.sh" "$elsewhere/guide/my-paper"
