import { redactEmails } from './redactEmails';

describe('redactEmails', () => {
  it.each([
    [
      '/api/catalog/entities?filter=spec.profile.email%3Ddev.dana%40acme.example%2Ckind%3Duser',
      '/api/catalog/entities?filter=spec.profile.email%3Dredacted%2Ckind%3Duser',
    ],
    [
      '/api/catalog/entities?filter=kind=user,spec.profile.email=ada%2Bx@acme.example&limit=1',
      '/api/catalog/entities?filter=kind=user,spec.profile.email=redacted&limit=1',
    ],
    [
      '/api/catalog/entities?filter=kind%3Duser',
      '/api/catalog/entities?filter=kind%3Duser',
    ],
  ])('turns %s into %s', (url, expected) => {
    expect(redactEmails(url)).toBe(expected);
  });
});
