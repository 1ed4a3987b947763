const PASSWORD = 'palette-demo';

interface Named {
  metadata: { uid: string };
}

/** Reads the cluster list as one would without thinking of Palette's limits; sees no 429, since they are off. */
export async function readNaively(url: string, email: string): Promise<void> {
  const authenticated = await fetch(
    `${url}/v1/auth/authenticate?setCookie=false`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ emailId: email, password: PASSWORD, org: 'demo' }),
    },
  );
  const { Authorization: authorization } = await authenticated.json();
  const read = async (path: string, projectuid?: string, body?: object) => {
    const response = await fetch(`${url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization,
        'content-type': 'application/json',
        ...(projectuid && { projectuid }),
      },
      body: body && JSON.stringify(body),
    });
    return response.json();
  };
  const { items: projects }: { items: Named[] } = await read(
    '/v1/dashboard/projects/metadata',
  );
  await Promise.all(
    projects.map(async ({ metadata: { uid: project } }) => {
      const clusters: Named[] = await read(
        '/v1/dashboard/spectroclusters/meta',
        project,
      );
      await Promise.all(
        clusters.map(({ metadata: { uid } }) =>
          read(`/v1/dashboard/spectroclusters/${uid}`, project),
        ),
      );
    }),
  );
}
