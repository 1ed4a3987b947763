import { isLoopback } from './isLoopback';

describe('isLoopback', () => {
  it.each([
    'http://localhost:7007',
    'http://127.0.0.1',
    'https://[::1]:8443/x',
    'http://palette.localhost:8080',
    'http://a.b.localhost',
  ])('knows %s', url => {
    expect(isLoopback(new URL(url))).toBe(true);
  });

  it.each([
    'http://localhost.acme.example',
    'http://127.0.0.2',
    'http://notlocalhost',
    'http://localhost.',
    'http://0.0.0.0',
    'http://[::2]',
    'http://localhost@acme.example',
  ])('takes %s for another machine', url => {
    expect(isLoopback(new URL(url))).toBe(false);
  });
});
