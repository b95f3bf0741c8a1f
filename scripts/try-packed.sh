#!/usr/bin/env bash
# Installs the packed package into a fresh project elsewhere and audits that project's own claim and activation there.
set -euo pipefail
cd "$(dirname "$0")/.."
elsewhere=$(mktemp -d)
trap 'rm -rf "$elsewhere"' EXIT
npm run -s build
tarball=$(npm pack --silent --ignore-scripts --pack-destination "$elsewhere")
cp examples/own-claim/* "$elsewhere"
cd "$elsewhere"
npm install --silent --no-audit --no-fund --ignore-scripts "./$tarball" vitest@4.1.12 typescript@7
npx tsc --noEmit --strict --module nodenext --target es2023 --skipLibCheck own-claim.test.ts
npx vitest run
npx lemmacheck claims --json >/dev/null
npx lemmacheck audit chi-square --k 100 --gamma 1e-4
# A config in a folder without the package, whose claim and activations the workers load too.
mkdir config
cp "$OLDPWD/examples/own-activations/lemmacheck.config.ts" config
npx lemmacheck audit gradient-upper-bound --psi mish --config config/lemmacheck.config.ts --workers 2
npx lemmacheck activation softsign --config config/lemmacheck.config.ts >/dev/null
# A paper of one's own, in a folder below: its config is found, its claim is a property.
mkdir paper
cp "$OLDPWD"/examples/own-paper/*.ts paper
npx tsc --noEmit --strict --module nodenext --target es2023 --skipLibCheck paper/*.ts
npx vitest run paper
# A larger one: every property, the whole audit, a command that it brings.
cp -r "$OLDPWD/examples/concentration" .
npx tsc --noEmit --strict --module nodenext --target es2023 --skipLibCheck concentration/*.ts
npx vitest run concentration
(
  cd concentration
  npx lemmacheck audit --workers 2 >/dev/null
  npx lemmacheck compare --law "bernoulli(0.01)" --gamma 1e-6 | grep -q "Chernoff–KL"
)
# Two papers on networks in one config, with the laws of the package and a parameter that is a list.
cp -r "$OLDPWD/examples/any-width" .
npx tsc --noEmit --strict --module nodenext --target es2023 --skipLibCheck any-width/*.ts
npx vitest run any-width
(
  cd any-width
  for paper in general-activations multi-layer; do npx lemmacheck audit --paper "$paper" --workers 2 >/dev/null; done
  npx lemmacheck audit random-linear --d 1000 --widths 1000-10-1000 --widths 64x12 --gamma 1e-3 | grep -q "2 supported"
)
cd paper
npx lemmacheck audit "Lemma 1" --m 1000 --eps 0.2,0.4 --workers 2
npx lemmacheck --help | grep -q "Random projections"
