/** What the client throws where Palette refuses a change. */
export const refusal = (findings: object[]) =>
  Object.assign(new Error('Request failed with 422'), {
    name: 'ResponseError',
    statusCode: 422,
    body: { error: { name: 'UnprocessableClusterError', findings } },
  });
