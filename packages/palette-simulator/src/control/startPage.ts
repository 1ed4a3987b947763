import { escapeHtml, renderPage } from '../http/html';
import { fullNameOf } from '../seed/users';
import { issuerOf, type SimulatorContext } from '../SimulatorContext';

interface Action {
  label: string;
  /** What a screen reader says, where the label alone is ambiguous. */
  name?: string;
  path: string;
  fields?: Record<string, string>;
}

const TROUBLE: Action[] = [
  {
    label: 'Fail the next call (503)',
    path: 'fail',
    fields: { status: '503', count: '1' },
  },
  {
    label: 'Slow down the next 20 calls',
    path: 'delay',
    fields: { ms: '3000', count: '20' },
  },
  { label: 'Rotate the signing keys', path: 'keys/rotate' },
];

const switches = (what: string, path: string): Action[] =>
  ['on', 'off'].map(state => ({
    label: `Switch ${state}`,
    name: `Switch ${state} the ${what}`,
    path,
    fields: { enabled: String(state === 'on') },
  }));

/** A button that does what `POST /control/{path}` does. */
function action({ label, name = label, path, fields = {} }: Action): string {
  const inputs = Object.entries(fields).map(
    ([field, value]) =>
      `<input type="hidden" name="${escapeHtml(field)}" value="${escapeHtml(value)}">`,
  );
  return `<form method="post" action="/control/${path}">${inputs.join('')}
<button type="submit" aria-label="${escapeHtml(name)}">${escapeHtml(label)}</button></form>`;
}

/** `/`: what this is, who can sign in, and buttons for the control actions. */
export function renderStartPage(context: SimulatorContext): string {
  const [organisation] = context.organisations;
  const users = organisation.users
    .filter(({ listed }) => listed)
    .map(user => {
      const name = fullNameOf(user);
      const fields = { user: user.email };
      const end = (verb: string) =>
        action({
          label: `${verb} sessions`,
          name: `${verb} sessions of ${name}`,
          path: `sessions/${verb.toLowerCase()}`,
          fields,
        });
      return `<li><strong>${escapeHtml(name)}</strong>
<small>${escapeHtml(user.email)}</small>
${end('Expire')} ${end('Revoke')}</li>`;
    });
  const issuers = context.organisations.map(({ name }) => {
    const issuer = issuerOf(context, name);
    return `<li><a href="${escapeHtml(
      `${issuer}/.well-known/openid-configuration`,
    )}"><code>${escapeHtml(issuer)}</code></a></li>`;
  });
  return renderPage(
    'Palette simulator',
    `<h1>A local SpectroCloud Palette</h1>
<p>It speaks OpenID Connect and the <code>/v1</code> API to Backstage, and holds
invented data only. Nothing here is a real account.</p>
<h2>Issuers</h2><ul>${issuers.join('\n')}</ul>
<h2>Users</h2><ul class="users">${users.join('\n')}</ul>
<h2>Make something go wrong</h2>
<p>${TROUBLE.map(action).join('\n')}</p>
<h2>Rate limits</h2>
<p>${switches('rate limits', 'rate-limits').map(action).join('\n')}</p>
<h2>All of Palette's oddities at once</h2>
<p>${switches('oddities', 'oddities').map(action).join('\n')}</p>
<h2>Look and start again</h2>
<p><a href="/control/requests">Request log</a> ·
<a href="/control/settings">Settings</a></p>
<p>${action({ label: 'Reset everything', path: 'reset' })}</p>`,
  );
}
