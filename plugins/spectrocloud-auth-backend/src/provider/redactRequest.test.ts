import { redactCallbackUrl } from './redactRequest';

const CALLBACK = '/api/auth/spectrocloud/handler/frame';

describe('redactCallbackUrl', () => {
  it.each([
    [`${CALLBACK}?code=c&state=s`, `${CALLBACK}?code=redacted&state=redacted`],
    [`${CALLBACK}?env=prod&error=x_y`, `${CALLBACK}?env=redacted&error=x_y`],
    [`${CALLBACK}?error=<script>`, `${CALLBACK}?error=redacted`],
    [`${CALLBACK}?error=4f0aQx19`, `${CALLBACK}?error=redacted`],
    [
      '/api/auth/spectrocloud/handler/fram%65?code=c',
      '/api/auth/spectrocloud/handler/fram%65?code=redacted',
    ],
    [
      '/%zz/spectrocloud/handler/frame?code=c',
      '/%zz/spectrocloud/handler/frame?code=redacted',
    ],
    [`${CALLBACK}?code=a?code=b`, `${CALLBACK}?code=redacted`],
    [`${CALLBACK}?eyJhbGci.x.y`, `${CALLBACK}?redacted`],
    [`${CALLBACK}/?code=c`, `${CALLBACK}/?code=redacted`],
    [
      '/api/auth/spectrocloud//handler///frame?code=c',
      '/api/auth/spectrocloud//handler///frame?code=redacted',
    ],
    [
      '/API/Auth/SpectroCloud/Handler/Frame?code=c',
      '/API/Auth/SpectroCloud/Handler/Frame?code=redacted',
    ],
    [
      `https://b.example${CALLBACK}?code=c`,
      `https://b.example${CALLBACK}?code=redacted`,
    ],
    [CALLBACK, CALLBACK],
    [
      '/api/auth/github/handler/frame?code=c',
      '/api/auth/github/handler/frame?code=c',
    ],
    ['/api/catalog/entities?filter=code', '/api/catalog/entities?filter=code'],
  ])('turns %s into %s', (url, expected) => {
    expect(redactCallbackUrl(url)).toBe(expected);
  });
});
