const SUPERVISOR_URL = 'http://localhost:7021';

/** Stops the backend and starts it again; resolves when it is ready. */
export const restartBackend = () => command('/backend/restart');

/** Serves the app from the development server, whose React warns of what is wrong, or as it was built. */
export const serveApp = (how: 'in development' | 'as built') =>
  command(how === 'as built' ? '/app/serve' : '/app/develop');

async function command(path: string) {
  const response = await fetch(`${SUPERVISOR_URL}${path}`, { method: 'POST' });
  if (!response.ok) {
    throw new Error(`${path} failed: ${await response.text()}`);
  }
}
