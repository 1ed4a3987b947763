import { Agent } from 'undici';
import { createPaletteDispatcher } from './createPaletteDispatcher';

describe('createPaletteDispatcher', () => {
  it('makes a pool', () => {
    expect(createPaletteDispatcher({ name: 'eu' })).toBeInstanceOf(Agent);
  });

  it('refuses a caFile that can not be read, and says what to give', () => {
    expect(() =>
      createPaletteDispatcher({ name: 'eu', caFile: '/nowhere/ca.pem' }),
    ).toThrow(
      "caFile of the environment 'eu' in spectrocloud.environments can't be read: give the path of a PEM file that the backend may read",
    );
  });
});
