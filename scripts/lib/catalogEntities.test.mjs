import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { catalogEntities } from './catalogEntities.mjs';
import { findCatalogMistakes } from './findCatalogMistakes.mjs';

const ROOT = {
  name: 'thing',
  description: 'A thing',
  repository: { url: 'https://git.example/Acme-Org/thing' },
};
const WORKSPACES = [
  {
    folder: 'plugins/a',
    manifest: {
      name: '@acme/plugin-a',
      description: 'A',
      backstage: { role: 'backend-plugin' },
      dependencies: { '@acme/plugin-b': 'workspace:^', express: '^4' },
    },
  },
  {
    folder: 'plugins/b',
    manifest: {
      name: '@acme/plugin-b',
      private: true,
      backstage: { role: 'common-library' },
    },
  },
];
const entities = () => catalogEntities(ROOT, WORKSPACES);
const all = () => [...entities().values()].flat();

describe('catalogEntities', () => {
  it('describes a package by its manifest', () => {
    assert.deepEqual(entities().get('plugins/a/catalog-info.yaml'), [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'acme-plugin-a',
          title: '@acme/plugin-a',
          description: 'A',
          annotations: { 'github.com/project-slug': 'Acme-Org/thing' },
        },
        spec: {
          type: 'backstage-backend-plugin',
          lifecycle: 'production',
          owner: 'group:default/acme-org',
          system: 'thing',
          dependsOn: ['component:acme-plugin-b'],
        },
      },
    ]);
  });

  it('leads to the file of each package', () => {
    const location = all().find(({ kind }) => kind === 'Location');
    assert.deepEqual(location.spec.targets, [
      './plugins/a/catalog-info.yaml',
      './plugins/b/catalog-info.yaml',
    ]);
  });

  it('makes what the catalog takes', async () => {
    assert.deepEqual(await findCatalogMistakes(all()), []);
  });
});

describe('findCatalogMistakes', () => {
  const first = change => {
    const [group, ...others] = all();
    return findCatalogMistakes([change(group), ...others].filter(Boolean));
  };

  it('misses an owner', async () => {
    const mistakes = await first(() => undefined);
    assert.match(mistakes.join(), /there is no group:default\/acme-org/);
  });

  it('finds a name that the catalog refuses', async () => {
    const mistakes = await first(group => ({
      ...group,
      metadata: { ...group.metadata, name: 'a'.repeat(64) },
    }));
    assert.match(mistakes.join(), /"metadata.name" is not valid/);
  });

  it('finds what lacks a field, or has an unknown kind', async () => {
    const lacking = await first(group => ({ ...group, spec: {} }));
    assert.match(lacking.join(), /required property/);
    const unknown = await first(group => ({ ...group, kind: 'Team' }));
    assert.match(unknown.join(), /kind 'Team' is unknown/);
  });

  it('finds what exists twice', async () => {
    const mistakes = await findCatalogMistakes([...all(), all()[0]]);
    assert.match(mistakes.join(), /exists twice/);
  });
});
