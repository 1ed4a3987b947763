import { escapeHtml, renderPage } from '../http/html';
import type { Organisation } from '../seed/types';

interface LoginLinks {
  /** Address that signs the user with this e-mail in. */
  signIn: (email: string) => string;
  deny: string;
}

export function renderLoginPage(
  { name, users }: Organisation,
  links: LoginLinks,
): string {
  const choices = users
    .filter(({ listed }) => listed)
    .map(
      user => `<li><a href="${escapeHtml(links.signIn(user.email))}"
  aria-describedby="mail-${user.uid}">${escapeHtml(
    `${user.firstName} ${user.lastName}`,
  )}</a><small id="mail-${user.uid}">${escapeHtml(user.email)}</small></li>`,
    );
  return renderPage(
    'Sign in to Palette',
    `<h1>Sign in to Palette</h1>
<p>Organisation <strong>${escapeHtml(name)}</strong>. Who are you today?</p>
<ul class="choices">
${choices.join('\n')}
</ul>
<p><a href="${escapeHtml(links.deny)}">Deny access</a></p>`,
  );
}

/** Palette's own words; the address is left out because it can carry credentials. */
export function renderRedirectRefusedPage(): string {
  return renderPage(
    'Sign-in is not possible',
    `<h1>Sign-in is not possible</h1>
<p>The redirect address used by this login attempt is not allowed for this
organization. Ask your tenant administrator to register it under Tenant
Settings, SSO, Callback URLs.</p>`,
  );
}

export function renderBadRequestPage(reason: string): string {
  return renderPage(
    'Sign-in is not possible',
    `<h1>Sign-in is not possible</h1>\n<p>${escapeHtml(reason)}</p>`,
  );
}
