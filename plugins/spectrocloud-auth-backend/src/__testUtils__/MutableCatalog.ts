import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ADA_ENTITY } from './startAuthBackend';

/** A catalog whose users a test can exchange, and that it can switch off. */
export class MutableCatalog {
  entities: Entity[] = [ADA_ENTITY];
  isDown = false;

  factory() {
    const current = () => {
      if (this.isDown) {
        throw new Error('the catalog is down');
      }
      return catalogServiceMock({ entities: this.entities });
    };
    return catalogServiceMock.mock({
      getEntities: async (request, options) =>
        current().getEntities(request, options),
      getEntityByRef: async (ref, options) =>
        current().getEntityByRef(ref, options),
    }).factory;
  }

  reset(): void {
    this.entities = [ADA_ENTITY];
    this.isDown = false;
  }
}
