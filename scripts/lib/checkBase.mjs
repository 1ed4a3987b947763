const VARIABLE = /\$\{(\w+)\}/g;

/**
 * What the manifests of the Kustomize base promise each other: a list of sentences
 * that tell what doesn't hold.
 *
 * `manifests` are `{ file, manifest }`; `configMap` and `secret` the names of what
 * the generated ones hold; `appConfig` the text of the production configuration.
 */
export function checkBase({ manifests, files, configMap, secret, appConfig }) {
  const one = kind =>
    manifests.find(({ manifest }) => manifest.kind === kind).manifest;
  const kustomization = one('Kustomization');
  const { template, replicas } = one('Deployment').spec;
  const [container] = template.spec.containers;
  const ports = container.ports.map(({ name }) => name);
  const servicePorts = one('Service').spec.ports;
  const backends = one('Ingress').spec.rules.flatMap(({ http }) =>
    http.paths.map(({ backend }) => backend.service),
  );
  const names = list => list.map(({ name }) => name);
  const given = [...configMap, ...secret];
  const labels = JSON.stringify(template.metadata.labels);
  const selectors = {
    Deployment: one('Deployment').spec.selector.matchLabels,
    NetworkPolicy: one('NetworkPolicy').spec.podSelector.matchLabels,
    PodDisruptionBudget: one('PodDisruptionBudget').spec.selector.matchLabels,
    Service: one('Service').spec.selector,
    // It selects the Service by that one's own labels, which are the same.
    ServiceMonitor: one('ServiceMonitor').spec.selector.matchLabels,
  };
  const wanted = [
    ...new Set([...appConfig.matchAll(VARIABLE)].map(([, name]) => name)),
  ];
  return [
    ...Object.entries(selectors)
      .filter(([, selector]) => JSON.stringify(selector) !== labels)
      .map(([kind]) => `The ${kind} selects other pods`),
    ...files
      .filter(file => file !== 'kustomization.yaml')
      .filter(file => !kustomization.resources.includes(file))
      .map(file => `kustomization.yaml doesn't name ${file}`),
    ...kustomization.resources
      .filter(file => !files.includes(file))
      .map(file => `kustomization.yaml names ${file}, which isn't there`),
    ...servicePorts
      .filter(({ targetPort }) => !ports.includes(targetPort))
      .map(({ targetPort }) => `The Service names the port ${targetPort}`),
    ...backends
      .filter(
        ({ name, port }) =>
          name !== one('Service').metadata.name ||
          !names(servicePorts).includes(port.name),
      )
      .map(({ name, port }) => `The Ingress names ${name}:${port.name}`),
    ...one('ServiceMonitor')
      .spec.endpoints.filter(({ port }) => !names(servicePorts).includes(port))
      .map(({ port }) => `The ServiceMonitor names the port ${port}`),
    ...one('NetworkPolicy')
      .spec.ingress.flatMap(rule => rule.ports)
      .filter(({ port }) => !ports.includes(port))
      .map(({ port }) => `The NetworkPolicy names the port ${port}`),
    ...(one('PodDisruptionBudget').spec.minAvailable < replicas
      ? []
      : ['The PodDisruptionBudget lets no replica go']),
    ...container.envFrom
      .flatMap(({ configMapRef, secretRef }) => configMapRef ?? secretRef)
      .filter(
        ({ name }) =>
          !names(kustomization.configMapGenerator)
            .concat(names(kustomization.secretGenerator))
            .includes(name),
      )
      .map(({ name }) => `The Deployment names ${name}`),
    ...wanted
      .filter(name => !given.includes(name))
      .map(name => `Neither ConfigMap nor Secret has ${name}`),
    ...configMap
      .filter(name => /SECRET|PASSWORD|TOKEN|_KEY$/.test(name))
      .map(name => `${name} belongs in the Secret`),
  ];
}
