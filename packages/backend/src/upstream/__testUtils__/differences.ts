/** How our answer departs from the framework's, and why. */
export interface Difference {
  aspect: string;
  /** Absent where the framework's answer has nothing of the kind. */
  framework?: string | number;
  /** Absent where ours has nothing of the kind. */
  ours?: string | number;
  reason: string;
}

const LAX = 'HttpOnly; SameSite=Lax';
const LASTING = 'HttpOnly; Max-Age=2592000; SameSite=Lax';
const TEN_MINUTES = 'HttpOnly; Max-Age=600; SameSite=Lax';

const NO_STORE: Difference = {
  aspect: 'cache-control',
  ours: 'no-store',
  reason: 'The answer holds tokens, which no cache is to keep',
};

const LOGIN_BEGINS: Difference[] = [
  {
    aspect: 'clears <provider>-nonce (Domain=localhost; Path=<provider>)',
    framework: LAX,
    reason: 'We never set it, with a domain or without',
  },
  {
    aspect: 'sets <provider>-nonce (Path=<provider>/handler)',
    framework: TEN_MINUTES,
    reason: 'One nonce for all tabs: each login has its own cookie instead',
  },
  {
    aspect: 'sets connect.sid (Path=/)',
    framework: 'HttpOnly',
    reason: 'A server-side session of Passport, which we do without',
  },
  {
    aspect: 'sets <provider>-login (Path=<provider>)',
    ours: TEN_MINUTES,
    reason: 'Holds, sealed, what one login has to prove at its callback',
  },
];

const LOGIN_ENDS: Difference = {
  aspect: 'clears <provider>-login (Path=<provider>)',
  ours: LAX,
  reason: 'A login is over once it has been answered',
};

const GRANTED_SCOPE: Difference[] = [
  {
    aspect:
      'clears <provider>-granted-scope (Domain=localhost; Path=<provider>)',
    framework: LAX,
    reason: 'We never set it with a domain',
  },
  {
    aspect: 'sets <provider>-granted-scope (Path=<provider>)',
    framework: LASTING,
    reason:
      'What was granted is kept with the session; what is asked for is configured: anybody could make a browser ask for more',
  },
];

const EVERYWHERE: Difference = {
  aspect: 'clears spectrocloud-api-token (Path=/)',
  ours: LAX,
  reason: 'Earlier versions sent it to every path',
};

const FRAMEWORKS_MEMBERS = [
  'backstageIdentity.expiresInSeconds',
  'backstageIdentity.identity.ownershipEntityRefs',
  'backstageIdentity.identity.type',
  'backstageIdentity.identity.userEntityRef',
  'backstageIdentity.token',
  'profile.displayName',
  'profile.email',
  'providerInfo.accessToken',
  'providerInfo.expiresInSeconds',
  'providerInfo.idToken',
  'providerInfo.scope',
];

/** The members of an answer with a session. */
function members(
  aspect: 'posted' | 'body',
  toMember: (name: string) => string = name => name,
): Difference {
  const framework = FRAMEWORKS_MEMBERS.map(toMember);
  const ours = [...framework, toMember('providerInfo.sessionEndsInSeconds')];
  const rest = aspect === 'posted' ? ['type'] : [];
  return {
    aspect,
    framework: [...framework, ...rest].join(' '),
    ours: [...ours, ...rest].join(' '),
    reason: 'So that users are told before a session ends',
  };
}

const REPLACED: Difference[] = [
  NO_STORE,
  ...GRANTED_SCOPE,
  {
    aspect:
      'clears <provider>-refresh-token (Domain=localhost; Path=<provider>)',
    framework: LAX,
    reason: 'We never set it with a domain',
  },
];

const SESSION_BEGINS: Difference[] = [
  LOGIN_ENDS,
  {
    aspect: 'sets <provider>-sealed-session (Path=<provider>)',
    ours: LASTING,
    reason:
      'The sealed session token for our own routes, so that a lost row can be restored',
  },
  EVERYWHERE,
];

const SESSION_ENDS: Difference[] = [
  {
    aspect: 'clears <provider>-sealed-session (Path=<provider>)',
    ours: LAX,
    reason: 'Goes with the session',
  },
  {
    aspect: 'clears spectrocloud-api-token (Path=/api/spectrocloud)',
    ours: LAX,
    reason: 'Goes with the session',
  },
  EVERYWHERE,
];

function failureName(framework: string, ours: string): Difference {
  return {
    aspect: 'posted error',
    framework,
    ours,
    reason: 'A sentence for the user with a reference, not the library’s error',
  };
}

/** Every difference, by what is asked. */
export const differences: Record<string, Difference[]> = {
  start: LOGIN_BEGINS,
  'start of a redirect': LOGIN_BEGINS,
  callback: [
    ...REPLACED,
    members('posted', name => `response.${name}`),
    ...SESSION_BEGINS,
  ],
  'callback of a redirect': [...REPLACED, ...SESSION_BEGINS],
  'callback without parameters': [
    {
      aspect: 'status',
      framework: 400,
      ours: 200,
      reason: 'No error of a callback escapes: its page would repeat the code',
    },
    {
      aspect: 'content-type',
      framework: 'application/json',
      ours: 'text/html',
      reason: 'The popup’s page tells the app, whatever happened',
    },
    NO_STORE,
    {
      aspect: 'error',
      framework: 'InputError',
      reason: 'Told by the message instead',
    },
    {
      aspect: 'posted to',
      ours: 'http://localhost:3000',
      reason: 'The app, where nothing says otherwise',
    },
    {
      aspect: 'posted',
      ours: 'error.message error.name type',
      reason: 'The popup’s page tells the app, whatever happened',
    },
    {
      aspect: 'posted error',
      ours: 'SpectroCloudSignInError',
      reason: 'The popup’s page tells the app, whatever happened',
    },
  ],
  'callback without cookies': [
    NO_STORE,
    failureName('NotAllowedError', 'SpectroCloudSignInError'),
  ],
  'callback that is repeated': [
    NO_STORE,
    failureName('Error', 'SpectroCloudSignInError'),
    LOGIN_ENDS,
  ],
  'callback with access_denied': [
    NO_STORE,
    failureName('Error', 'AccessDeniedError'),
    LOGIN_ENDS,
  ],
  'callback with access_denied of a redirect': [
    {
      aspect: 'status',
      framework: 302,
      ours: 303,
      reason: 'Says that the next request is a GET',
    },
    NO_STORE,
    {
      aspect: 'location',
      framework: 'http://localhost:3000/ ? error',
      ours: 'http://localhost:3000/clusters ? error error_code error_reference',
      reason: 'Back to where the user came from, with what the app branches on',
    },
    LOGIN_ENDS,
  ],
  'callback with another code': [
    NO_STORE,
    failureName('Error', 'SpectroCloudSignInError'),
    LOGIN_ENDS,
  ],
  'callback by POST': [
    NO_STORE,
    failureName('Error', 'SpectroCloudSignInError'),
  ],
  refresh: [NO_STORE, ...GRANTED_SCOPE, members('body'), EVERYWHERE],
  'refresh of a foreign origin': [
    {
      aspect: 'status',
      framework: 200,
      ours: 403,
      reason:
        'The framework leaves it to CORS that a foreign page can’t read tokens',
    },
    ...GRANTED_SCOPE,
    {
      aspect: 'body',
      framework: FRAMEWORKS_MEMBERS.join(' '),
      reason: 'Refused, as above',
    },
    {
      aspect: 'error',
      ours: 'NotAllowedError',
      reason: 'Refused, as above',
    },
  ],
  'refresh by POST': [NO_STORE, ...GRANTED_SCOPE, members('body'), EVERYWHERE],
  logout: [
    {
      aspect: 'clears <provider>-granted-scope (Path=<provider>)',
      framework: LAX,
      reason: 'We never set it',
    },
    ...SESSION_ENDS,
  ],
  'logout without a session': [
    {
      aspect: 'clears <provider>-refresh-token (Path=<provider>)',
      ours: LAX,
      reason:
        'A cookie that can’t be read, or is doubled, counts as none and has to go, too',
    },
    ...SESSION_ENDS,
  ],
};
