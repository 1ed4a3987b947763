#!/bin/sh
# Builds kube-apiserver and etcd from the Go module proxy, for the tests that look for them
# in KUBEBUILDER_ASSETS. Takes Go 1.26 and, from nothing, about six minutes and 3 GB.
#
#   scripts/kubernetes/buildApiServer.sh <folder>
set -eu

KUBERNETES=1.37.2
ETCD=3.6.16
assets=${1:?"name the folder that the two programs go to"}
mkdir -p "$assets"
assets=$(cd "$assets" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CGO_ENABLED=0 GOFLAGS="-p=${GO_PARALLEL:-2} -mod=mod -trimpath -buildvcs=false"

# k8s.io/kubernetes comes without its staging folders, whose modules have versions of their own.
mkdir "$work/kubernetes"
cd "$work/kubernetes"
go mod download "k8s.io/kubernetes@v$KUBERNETES"
source=$(go env GOMODCACHE)/k8s.io/kubernetes@v$KUBERNETES
{
  printf 'module example.test/kubernetes\n\ngo 1.26.0\n\ngodebug default=go1.26\n\n'
  printf 'require k8s.io/kubernetes v%s\n\nreplace (\n' "$KUBERNETES"
  sed -nE "s#^[[:space:]]*(k8s.io/[a-z0-9-]+) => \./staging/.*#\t\1 => \1 v0.${KUBERNETES#1.}#p" "$source/go.mod"
  echo ')'
} >go.mod
printf '//go:build tools\n\npackage tools\n\nimport _ "k8s.io/kubernetes/cmd/kube-apiserver"\n' >tools.go
go mod tidy -e
version="-X k8s.io/component-base/version.gitVersion=v$KUBERNETES"
version="$version -X k8s.io/component-base/version.gitMajor=1"
version="$version -X k8s.io/component-base/version.gitMinor=$(echo $KUBERNETES | cut -d. -f2)"
go build -ldflags "-s -w $version" -o "$assets/kube-apiserver" k8s.io/kubernetes/cmd/kube-apiserver

mkdir "$work/etcd"
cd "$work/etcd"
printf 'module example.test/etcd\n\ngo 1.26.0\n\nrequire go.etcd.io/etcd/server/v3 v%s\n' "$ETCD" >go.mod
printf 'package main\n\nimport (\n\t"os"\n\n\t"go.etcd.io/etcd/server/v3/etcdmain"\n)\n\nfunc main() { etcdmain.Main(os.Args) }\n' >main.go
go mod tidy
go build -ldflags '-s -w' -o "$assets/etcd" .

echo "Set KUBEBUILDER_ASSETS=$assets"
