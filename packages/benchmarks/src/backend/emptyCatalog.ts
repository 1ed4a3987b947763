import type { BackendFeature } from '@backstage/backend-plugin-api';

/** A catalog that knows nobody, in memory: a sign-in's look-ups cost next to nothing. */
export function emptyCatalog(fromCheckout: NodeJS.Require): BackendFeature {
  const {
    createServiceFactory,
  }: typeof import('@backstage/backend-plugin-api') = fromCheckout(
    '@backstage/backend-plugin-api',
  );
  const { catalogServiceRef }: typeof import('@backstage/plugin-catalog-node') =
    fromCheckout('@backstage/plugin-catalog-node');
  // Not by the mocks of `plugin-catalog-node`, which bring every test tool along.
  const {
    InMemoryCatalogClient,
  }: typeof import('@backstage/catalog-client/testUtils') = fromCheckout(
    '@backstage/catalog-client/testUtils',
  );
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => new InMemoryCatalogClient({ entities: [] }),
  });
}
