/**
 * Checks the manifests in `deploy/kubernetes`: each against the schema of its
 * kind, and all of them against each other, the image's port and the
 * configuration that it reads.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import { parseAllDocuments } from 'yaml';

import { runMain } from './lib/Problem.mjs';
import { checkBase } from './lib/checkBase.mjs';
import { ROOT } from './lib/paths.mjs';

const BASE = resolve(ROOT, 'deploy/kubernetes/base');
const KINDS = {
  Deployment,
  Ingress,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
  ServiceAccount,
  ServiceMonitor,
};

await runMain(async () => {
  const files = readdirSync(BASE).filter(file => file.endsWith('.yaml'));
  const manifests = files.flatMap(file =>
    parseAllDocuments(readFileSync(join(BASE, file), 'utf8')).map(document => ({
      file,
      manifest: document.toJS(),
    })),
  );
  const mistakes = [
    ...manifests.flatMap(checkSchema),
    ...checkBase({
      manifests,
      files,
      configMap: readNames('backstage.env'),
      secret: readNames('secret.env.example'),
      appConfig: readFileSync(
        resolve(ROOT, 'app-config.production.yaml'),
        'utf8',
      ),
    }),
  ];
  mistakes.forEach(line => process.stderr.write(`${line}\n`));
  process.stdout.write(
    `Checked ${manifests.length} manifests: ${mistakes.length} mistakes\n`,
  );
  return mistakes.length === 0 ? 0 : 1;
});

function checkSchema({ file, manifest }) {
  if (manifest.kind === 'Kustomization') {
    return [];
  }
  const Kind = KINDS[manifest.kind];
  if (!Kind) {
    return [`${file}: there is no schema of ${manifest.kind} here`];
  }
  try {
    new Kind(manifest).validate();
    return basename(file, '.yaml').toLowerCase() === manifest.kind.toLowerCase()
      ? []
      : [`${file}: holds a ${manifest.kind}`];
  } catch (error) {
    return [`${file}: ${error.message}`];
  }
}

function readNames(file) {
  return readFileSync(join(BASE, file), 'utf8')
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
    .map(line => line.split('=')[0]);
}
