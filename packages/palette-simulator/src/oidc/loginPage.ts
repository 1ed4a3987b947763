import { escapeHtml, renderPage } from '../http/html';
import type { Organisation, User } from '../seed/types';
import { fullNameOf } from '../seed/users';

interface LoginLinks {
  /** Address that signs the user with this e-mail in. */
  signIn: (email: string) => string;
  deny: string;
}

/** The page that asks who signs in; the name of each link is the user's name. */
export function renderLoginPage(
  organisation: Organisation,
  links: LoginLinks,
): string {
  const choices = organisation.users
    .filter(({ listed }) => listed)
    .map(user => {
      const name = escapeHtml(fullNameOf(user));
      const href = escapeHtml(links.signIn(user.email));
      const about = escapeHtml(aboutOf(organisation, user));
      return `<li><a href="${href}" aria-describedby="about-${user.uid}">${name}</a>
<small id="about-${user.uid}">${about}</small></li>`;
    });
  return renderPage(
    'Sign in to Palette',
    `<h1>Sign in to Palette</h1>
<p>Organisation <strong>${escapeHtml(
      organisation.name,
    )}</strong>. Who are you today?</p>
<ul class="choices">
${choices.join('\n')}
</ul>
<p><a href="${escapeHtml(links.deny)}">Deny access</a></p>`,
  );
}

/** E-mail and rank, for those who choose between the demo users. */
function aboutOf({ roles, projects }: Organisation, user: User): string {
  const ranks = roles
    .filter(({ uid }) => user.tenantRoles.includes(uid))
    .map(({ name }) => name);
  const own = projects.filter(({ uid }) => user.projectRoles[uid]);
  const reach =
    own.length === projects.length
      ? 'all projects'
      : own.map(({ name }) => name).join(', ');
  return [user.email, ...ranks, reach].join(' · ');
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

/** For requests that must not be answered by a redirect. */
export function renderBadRequestPage(reason: string): string {
  return renderPage(
    'Sign-in is not possible',
    `<h1>Sign-in is not possible</h1>\n<p>${escapeHtml(reason)}</p>`,
  );
}
