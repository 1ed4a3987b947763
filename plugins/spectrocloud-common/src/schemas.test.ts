describe('the entry points', () => {
  beforeEach(() => {
    jest.resetModules();
    jest.doMock('zod', () => {
      throw new Error('zod is loaded');
    });
  });

  it('load zod for the schemas only, so that front ends are spared it', () => {
    expect(Object.keys(require('./index'))).toContain('SpectroCloudClient');
    expect(() => require('./schemas')).toThrow('zod is loaded');
  });
});
