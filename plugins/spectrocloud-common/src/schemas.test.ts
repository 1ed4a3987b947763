import { CREATABLE_CLOUD_TYPES } from './names';

describe('the entry points', () => {
  beforeEach(() => {
    jest.resetModules();
    jest.doMock('zod', () => {
      throw new Error('zod is loaded');
    });
  });

  afterEach(() => jest.dontMock('zod'));

  it('load zod for the schemas only, so that front ends are spared it', () => {
    expect(Object.keys(require('./index'))).toContain('SpectroCloudClient');
    expect(() => require('./schemas')).toThrow('zod is loaded');
  });
});

describe('the clouds that clusters can be created in', () => {
  it('are those that have a schema', () => {
    const { clusterCreationSchema } =
      jest.requireActual<typeof import('./schemas')>('./schemas');
    const described = clusterCreationSchema.options.map(
      ({ shape }) => shape.cloudType.value,
    );
    expect(described).toEqual([...CREATABLE_CLOUD_TYPES]);
  });
});
