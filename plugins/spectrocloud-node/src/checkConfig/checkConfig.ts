import type { Advice } from './Advice';
import { change } from './Advice';
import { checkEnvironments } from './checkEnvironments';
import { checkSignIn } from './checkSignIn';
import { at, itemsOf, valuesOf, type Values } from './values';

function checkLocators(config: Values): Advice[] {
  return itemsOf(at(config, 'kubernetes', 'clusterLocatorMethods')).flatMap(
    ({ type }, i) =>
      type === 'spectrocloud'
        ? [
            change(
              `kubernetes.clusterLocatorMethods[${i}]`,
              'Remove it, and name the Palette in spectrocloud.environments: its clusters come from there; includeProjects, excludeProjects and excludeTenantScopedClusters go below its clusterProvider.',
            ),
          ]
        : [],
  );
}

/**
 * Says what to change in the configuration of an app that comes from the public
 * Palette plugins. What it doesn't name stays as it is.
 *
 * @param config - what an app-config file holds; anything, since it is not checked yet
 * @public
 */
export function checkConfig(config: unknown): Advice[] {
  const values = valuesOf(config);
  return [
    ...checkSignIn(values),
    ...checkEnvironments(values),
    ...checkLocators(values),
  ];
}
