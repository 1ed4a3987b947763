import type { Response } from 'express';

/** Takes a cookie back that something before us has put on the response. */
export function removeSetCookie(res: Response, name: string): void {
  const cookies = [res.getHeader('Set-Cookie') ?? []].flat().map(String);
  const kept = cookies.filter(cookie => !cookie.startsWith(`${name}=`));
  if (kept.length) {
    res.setHeader('Set-Cookie', kept);
  } else {
    res.removeHeader('Set-Cookie');
  }
}
