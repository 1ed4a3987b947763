#!/bin/sh
# Builds Ory Hydra and Dex from the Go module proxy, for the tests that look for them in
# HYDRA_BIN and DEX_BIN. Takes Go 1.26 and a C compiler, since both keep their data in SQLite.
#
#   scripts/providers/buildProviders.sh <folder>
set -eu

HYDRA=v2.3.0
# Release 2.45.1, whose tag the proxy has under this name only.
DEX=v0.0.0-20260303133905-11d2eeb52b42
# Hydra's own replacement, which a module that requires it has to repeat.
POP=github.com/gobuffalo/pop/v6=github.com/ory/pop/v6@v6.2.1-0.20241121111754-e5dfc0f3344b
programs=${1:?"name the folder that the two programs go to"}
mkdir -p "$programs"
programs=$(cd "$programs" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CGO_ENABLED=1 GOFLAGS="-p=${GO_PARALLEL:-2} -mod=mod -trimpath -buildvcs=false"

mkdir "$work/dex"
cd "$work/dex"
go mod init example.test/dex
go get -tool "github.com/dexidp/dex/cmd/dex@$DEX"
go build -ldflags '-s -w' -o "$programs/dex" github.com/dexidp/dex/cmd/dex

mkdir "$work/hydra"
cd "$work/hydra"
go mod init example.test/hydra
go mod edit "-replace=$POP"
go get -tool "github.com/ory/hydra/v2@$HYDRA"
go build -ldflags '-s -w' -tags sqlite,sqlite_omit_load_extension -o "$programs/hydra" github.com/ory/hydra/v2

echo "Set HYDRA_BIN=$programs/hydra and DEX_BIN=$programs/dex"
