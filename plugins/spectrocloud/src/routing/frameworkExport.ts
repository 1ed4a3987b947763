import * as framework from '@backstage/frontend-plugin-api';

/**
 * What the framework exports by that name, if the release at hand does. An
 * import of a name that came with 1.57 would break the builds of apps of 1.55.
 */
export function frameworkExport<Name extends keyof typeof framework>(
  name: Name,
): (typeof framework)[Name] | undefined {
  return Reflect.get(framework, name);
}
