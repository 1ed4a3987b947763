#!/bin/sh
# Builds the sample Backstage, app and backend, from the repository into an empty folder that needs
# only Node to run: what the Dockerfile's first stage does, on any machine with npm and a compiler.
#
#   packages/backend/buildImage.sh <empty folder>
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
target=${1:?Which folder? packages/backend/buildImage.sh <empty folder>}
mkdir -p "$target"
target=$(cd "$target" && pwd)
if [ -n "$(ls -A "$target")" ]; then
  echo "$target is not empty" >&2
  exit 1
fi

cd "$root"
# Yarn's version stands once, in package.json.
version=$(node -p "require('./package.json').packageManager.replace(/^yarn@|\+.*$/g, '')")
yarn() {
  npx --yes "@yarnpkg/cli-dist@$version" "$@"
}

yarn install --immutable
yarn tsc
yarn workspace backend build

cp -R .yarnrc.yml yarn.lock package.json backstage.json "$target"
tar xzf packages/backend/dist/skeleton.tar.gz -C "$target"
cd "$target"
yarn workspaces focus --all --production
tar xzf "$root/packages/backend/dist/bundle.tar.gz" -C "$target"
cp "$root/packages/backend/instrumentation.cjs" "$root/app-config.production.yaml" "$target"
