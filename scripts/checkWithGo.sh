#!/bin/sh
# Checks what only programs in Go check: the workflow files with actionlint, the alert rules with
# promtool, the manifests with kustomize. It builds them, unless TOOLS names a folder that has them.
set -eu

cd "$(dirname "$0")/.."
tools=${TOOLS:-}
if [ -z "$tools" ]; then
  tools=$(mktemp -d)
  trap 'rm -rf "$tools"' EXIT
  export GOBIN="$tools" CGO_ENABLED=0
  go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
  go install github.com/prometheus/prometheus/cmd/promtool@v0.316.0
  go install sigs.k8s.io/kustomize/kustomize/v5@v5.7.1
fi

"$tools/actionlint"

"$tools/promtool" check rules deploy/monitoring/prometheus-rules.yaml
"$tools/promtool" test rules deploy/monitoring/prometheus-rules.test.yaml

base=$(mktemp -d)
cp -R deploy/kubernetes/base/. "$base"
cp "$base/secret.env.example" "$base/secret.env"
"$tools/kustomize" build "$base" | grep -c '^kind:' | sed 's/$/ manifests built/'
rm -rf "$base"
