/** A call of an administration API in JSON. @throws Error with what it answers, where it refuses */
export async function callAdmin<T = void>(
  method: string,
  url: string,
  body?: object,
  headers?: Record<string, string>,
): Promise<T> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  }
  // A change may be answered with nothing.
  return JSON.parse(text || 'null');
}
