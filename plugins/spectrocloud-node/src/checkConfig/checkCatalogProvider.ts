import { stringify } from 'yaml';
import { change, type Advice } from './Advice';
import { valuesOf, type Values } from './values';

/** Leaves out what is undefined, and what is empty then. */
function compact(values: Values): Values | undefined {
  const kept = Object.entries(values).filter(
    ([, value]) => value !== undefined,
  );
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function toSchedule(seconds: unknown): Values | undefined {
  return typeof seconds === 'number'
    ? {
        frequency: { seconds },
        timeout: { seconds: Math.min(seconds, 300) },
      }
    : undefined;
}

/** The same in the words of the catalog module. */
function translate(provider: Values): Values {
  const { projects, clusters, clusterProfiles } = valuesOf(provider.resources);
  return (
    compact({
      schedule: toSchedule(provider.refreshIntervalSeconds),
      owners:
        provider.defaultOwner &&
        compact({
          default: `${provider.ownerNamespace ?? 'group'}:default/${provider.defaultOwner}`,
        }),
      projects: compact({
        include: provider.includeProjects,
        exclude: provider.excludeProjects,
      }),
      tenantScope:
        provider.excludeTenantScopedResources === true ? false : undefined,
      kinds: compact({ projects, clusters, profiles: clusterProfiles }),
    }) ?? {}
  );
}

/** What becomes of `catalogProvider` of an environment: a place of its own. */
export function checkCatalogProvider(
  key: string,
  name: string,
  environment: Values,
): Advice[] {
  if (environment.catalogProvider === undefined) {
    return [];
  }
  const provider = valuesOf(environment.catalogProvider);
  if (provider.enabled === false) {
    return [
      change(
        `${key}.catalogProvider`,
        'Remove it: what catalog.providers.spectrocloud does not name is not read.',
      ),
    ];
  }
  const moved = stringify({
    catalog: { providers: { spectrocloud: { [name]: translate(provider) } } },
  });
  return [
    change(
      `${key}.catalogProvider`,
      `Remove it, and write instead, for @terasky/backstage-plugin-catalog-backend-module-spectrocloud:\n\n${moved}`,
    ),
  ];
}
