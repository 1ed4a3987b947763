import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { choosable } from './choosable';

const profile = (
  name: string,
  type: string,
  cloudType: string,
  isPublished = true,
): ClusterProfile => ({
  metadata: { uid: name, name, annotations: {} },
  spec: { type, cloudType, version: '1.0.0', versions: [], packs: [] },
  status: { isPublished },
});

describe('choosable', () => {
  it('has what is published for the cloud, and add-ons of any cloud', () => {
    const groups = choosable(
      [
        profile('eks', 'infra', 'eks'),
        profile('draft', 'infra', 'eks', false),
        profile('aks', 'infra', 'aks'),
        profile('any', 'infra', 'all'),
        profile('logging', 'add-on', 'all'),
        profile('system', 'system', 'eks'),
      ],
      'eks',
    );
    expect(groups.map(({ name }) => name)).toEqual(['eks', 'logging']);
  });

  it('has those of nested clusters for virtual ones', () => {
    const groups = choosable(
      [profile('inner', 'infra', 'nested'), profile('eks', 'infra', 'eks')],
      'virtual',
    );
    expect(groups.map(({ name }) => name)).toEqual(['inner']);
  });
});
